<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalExpiredTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalExpiredText")}</p>
    <p><a class="govuk-button" id="loginContinueLink" href="${url.loginAction}" role="button" draggable="false">${msg("portalGoOn")}</a></p>
    <p class="govuk-body"><a class="govuk-link" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("portalStartAgain")}</a></p>
  </#if>
</@layout.registrationLayout>
