<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign failed = messagesPerField.existsError("totp")>
<@layout.registrationLayout displayMessage=!failed; section>
  <#if section = "header">${msg("portalOtpTitle")}
  <#elseif section = "errors"><#if failed><@layout.errorBox><ul class="govuk-list govuk-error-summary__list"><li><a href="#otp">${kcSanitize(messagesPerField.get("totp"))?no_esc}</a></li></ul></@layout.errorBox></#if>
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" novalidate>
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset class="govuk-fieldset govuk-form-group">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${msg("portalOtpWhich")}</legend>
          <div class="govuk-radios">
            <#list otpLogin.userOtpCredentials as credential><div class="govuk-radios__item">
              <input class="govuk-radios__input" data-answer id="credential-${credential?index}" type="radio" name="selectedCredentialId" value="${credential.id}" <#if credential.id == otpLogin.selectedCredentialId>checked</#if>>
              <label class="govuk-label govuk-radios__label" for="credential-${credential?index}">${credential.userLabel!""}</label>
            </div></#list>
          </div>
        </fieldset>
      </#if>
      <div class="govuk-form-group ${failed?then("govuk-form-group--error", "")}">
        <label class="govuk-label govuk-label--s" for="otp">${msg("portalOtp")} *</label>
        <#if failed><p id="otp-error" class="govuk-error-message"><span class="govuk-visually-hidden">${msg("portalErrorPrefix")}</span> ${kcSanitize(messagesPerField.get("totp"))?no_esc}</p></#if>
        <input class="govuk-input portal-code" id="otp" name="otp" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" aria-required="true" <#if failed>aria-invalid="true" aria-describedby="otp-error"</#if>>
      </div>
      <@field.submit label=msg("portalSignIn")/>
    </form>
  </#if>
</@layout.registrationLayout>
