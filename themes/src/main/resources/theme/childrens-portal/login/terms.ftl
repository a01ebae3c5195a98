<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("termsTitle")}
  <#elseif section = "form">
    <div class="govuk-body">${kcSanitize(msg("termsText"))?no_esc}</div>
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <@field.submit label=msg("portalAccept") name="accept" value="yes"/>
        <button type="submit" class="govuk-button govuk-button--secondary" name="cancel" value="yes">${msg("portalDecline")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
