<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/link.ftl" as link>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalConfirmTitle")}
  <#elseif section = "form">
    <#if verifyEmail?? || !isAppInitiatedAction??>
      <p class="govuk-body">${msg("portalVerifyMailed", verifyEmail!(user.email)!"")}</p>
      <p class="govuk-body">${msg("portalCodeSpam")}</p>
    <#else>
      <p class="govuk-body">${msg("portalVerifyWillMail", (user.email)!"")}</p>
    </#if>
    <#if isAppInitiatedAction??>
      <form action="${url.loginAction}" method="post">
        <div class="govuk-button-group">
          <@button.submit label=msg((verifyEmail??)?then("portalVerifyAgain", "portalVerifySend"))/>
          <@button.cancel/>
        </div>
      </form>
    <#else>
      <@link.line href=url.loginAction label=msg("portalVerifyAgain")/>
    </#if>
  </#if>
</@layout.registrationLayout>
