<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/code-field.ftl" as oneTimeCode>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/otp-devices.ftl" as devices>
<#-- Keycloak (26.7) keeps the error of its field "otp" as that of "totp". -->
<#assign error = messagesPerField.get("totp")>
<@layout.registrationLayout displayMessage=!error?has_content; section>
  <#if section = "header">${msg("portalOtpTitle")}
  <#elseif section = "errors"><#if error?has_content><@errorSummary.single id="otp" text=error/></#if>
  <#elseif section = "form">
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <#if otpLogin.userOtpCredentials?size gt 1>
        <@devices.choice devices=otpLogin.userOtpCredentials selected=otpLogin.selectedCredentialId legend=msg("portalOtpWhich")
          legendClass="govuk-fieldset__legend govuk-fieldset__legend--s"/>
      </#if>
      <@oneTimeCode.field name="otp" label=msg("portalOtp") labelClass="govuk-label--s" error=error/>
      <@button.submit label=msg("portalSignIn")/>
    </form>
  </#if>
</@layout.registrationLayout>
