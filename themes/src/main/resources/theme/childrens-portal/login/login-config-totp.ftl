<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section = "header">${msg("portalOtpSetTitle")}
  <#elseif section = "errors"><@field.summary names=["totp", "userLabel"]/>
  <#elseif section = "form">
    <ol class="govuk-list govuk-list--number">
      <li>${msg("portalOtpInstall")} <#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list>.</li>
      <#if (mode!"") == "manual">
        <li>${msg("portalOtpManual")}
          <p class="govuk-body portal-break"><strong>${totp.totpSecretEncoded}</strong></p>
          <p class="govuk-body">${msg("portalOtpFacts", msg("loginTotp." + totp.policy.type), totp.policy.getAlgorithmKey(), totp.policy.digits)}</p>
          <p class="govuk-body"><a class="govuk-link" href="${totp.qrUrl}">${msg("portalOtpScanInstead")}</a></p></li>
      <#else>
        <li>${msg("portalOtpScan")}
          <p><img src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("portalOtpPicture")}" width="246" height="246" class="portal-qr"></p>
          <p class="govuk-body"><a class="govuk-link" href="${totp.manualUrl}">${msg("portalOtpManualInstead")}</a></p></li>
      </#if>
      <li>${msg("portalOtpEnter")}</li>
    </ol>
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
      <@field.text name="totp" label=msg("portalOtp") class="portal-code" autocomplete="one-time-code" attributes="inputmode=\"numeric\" spellcheck=\"false\""/>
      <@field.text name="userLabel" label=msg("portalOtpName") required=(totp.otpCredentials?size gte 1)/>
      <div class="govuk-button-group">
        <@field.submit label=msg("portalNext")/>
        <#if isAppInitiatedAction??><button type="submit" class="govuk-button govuk-button--secondary" name="cancel-aia" value="true" formnovalidate>${msg("portalCancel")}</button></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
