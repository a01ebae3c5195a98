<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section = "header">${msg("portalOtpReset")}
  <#elseif section = "errors"><@field.summary names=["totp"]/>
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" novalidate>
      <fieldset class="govuk-fieldset govuk-form-group">
        <legend class="govuk-visually-hidden">${msg("portalOtpReset")}</legend>
        <div class="govuk-radios" id="totp" tabindex="-1">
          <#list configuredOtpCredentials.userOtpCredentials as credential><div class="govuk-radios__item">
            <input class="govuk-radios__input" data-answer id="credential-${credential?index}" type="radio" name="selectedCredentialId" value="${credential.id}" <#if credential.id == configuredOtpCredentials.selectedCredentialId>checked</#if>>
            <label class="govuk-label govuk-radios__label" for="credential-${credential?index}">${credential.userLabel!""}</label>
          </div></#list>
        </div>
      </fieldset>
      <@field.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
