<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/code-field.ftl" as oneTimeCode>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/link.ftl" as link>
<#import "components/text-field.ftl" as text>
<#assign fields = ["totp", "userLabel"]>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError(fields); section>
  <#if section = "header">${msg("portalOtpSetTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=fields/>
  <#elseif section = "form">
    <ol class="govuk-list govuk-list--number">
      <li>${msg("portalOtpInstall")} <#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list>.</li>
      <#if (mode!"") == "manual">
        <li>${msg("portalOtpManual")}
          <p class="govuk-body portal-break"><strong>${totp.totpSecretEncoded}</strong></p>
          <p class="govuk-body">
            ${msg("portalOtpFacts", msg("loginTotp." + totp.policy.type), totp.policy.getAlgorithmKey(), totp.policy.digits)}</p>
          <@link.line href=totp.qrUrl label=msg("portalOtpScanInstead")/></li>
      <#else>
        <li>${msg("portalOtpScan")}
          <p><img src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("portalOtpPicture")}" width="246" height="246"
            class="portal-qr"></p>
          <@link.line href=totp.manualUrl label=msg("portalOtpManualInstead")/></li>
      </#if>
      <li>${msg("portalOtpEnter")}</li>
    </ol>
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
      <@oneTimeCode.field name="totp" label=msg("portalOtp")/>
      <@text.field name="userLabel" label=msg("portalOtpName") required=(totp.otpCredentials?size gte 1)/>
      <div class="govuk-button-group">
        <@button.submit label=msg("portalNext")/>
        <#if isAppInitiatedAction??><@button.cancel/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
