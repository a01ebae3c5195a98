<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalExpiredTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalExpiredText")}</p>
    <p><a class="govuk-button" id="loginContinueLink" href="${url.loginAction}" role="button" draggable="false">${msg("portalGoOn")}</a></p>
    <#-- Whoever goes back from step 3 wants to change what step 2 asked for. -->
    <#if url.loginAction?contains("execution=portal-verify-email-code")><p class="govuk-body"><a class="govuk-link" href="${url.loginAction}&amp;step=address">${msg("portalChangeTitle")}</a></p></#if>
    <p class="govuk-body"><a class="govuk-link" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("portalStartAgain")}</a></p>
  </#if>
</@layout.registrationLayout>
