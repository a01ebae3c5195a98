<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalDeleteTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalDeleteText")}</p>
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalDelete") kind="warning"/>
        <#if triggered_from_aia!false><@button.cancel validated=true/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
