<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalDeleteTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalDeleteText")}</p>
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button govuk-button--warning">${msg("portalDelete")}</button>
        <#if triggered_from_aia!false><button type="submit" class="govuk-button govuk-button--secondary" name="cancel-aia" value="true">${msg("portalCancel")}</button></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
