<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("termsTitle")}
  <#elseif section = "form">
    <div class="govuk-body">${kcSanitize(msg("termsText"))?no_esc}</div>
    <form action="${url.loginAction}" method="post">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalAccept") name="accept" value="yes"/>
        <@button.submit label=msg("portalDecline") name="cancel" value="yes" kind="secondary"/>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
