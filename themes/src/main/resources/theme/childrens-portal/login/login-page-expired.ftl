<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/link.ftl" as link>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalExpiredTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalExpiredText")}</p>
    <p><@button.link id="loginContinueLink" href=url.loginAction label=msg("portalGoOn")/></p>
    <#-- Whoever goes back from step 3 wants to change what step 2 asked for. -->
    <#if url.loginAction?contains("execution=portal-verify-email-code")>
      <@link.line id="changeAddressLink" href=url.loginAction + "&step=address" label=msg("portalChangeTitle")/>
    </#if>
    <@link.line id="loginRestartLink" href=url.loginRestartFlowUrl label=msg("portalStartAgain")/>
  </#if>
</@layout.registrationLayout>
