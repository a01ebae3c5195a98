<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/otp-devices.ftl" as devices>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section = "header">${msg("portalOtpReset")}
  <#elseif section = "errors"><@errorSummary.fields names=["totp"]/>
  <#elseif section = "form">
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <@devices.choice id="totp" devices=configuredOtpCredentials.userOtpCredentials
        selected=configuredOtpCredentials.selectedCredentialId legend=msg("portalOtpReset") legendClass="govuk-visually-hidden"/>
      <@button.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
