<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/cancel-action.ftl" as cancel>
<#import "components/email-field.ftl" as email>
<#import "components/error-summary.ftl" as errorSummary>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("email"); section>
  <#if section = "header">${msg("portalNewAddressTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=["email"]/>
  <#elseif section = "form">
    <#if currentAddress??>
      <dl class="govuk-body portal-facts">
        <dt>${msg("portalNewAddressNow")}</dt><dd class="portal-break">${currentAddress}</dd>
      </dl>
    </#if>
    <p class="govuk-body">${msg("portalNewAddressCode")}<#if currentAddress??> ${msg("portalNewAddressUntil")}</#if></p>
    <form data-answers data-own-address action="${formAction}" method="post" novalidate>
      <input type="hidden" name="step" value="address">
      <@email.field name="email" label=msg("portalNewAddress") value=address/>
      <@button.submit label=msg("portalNext")/>
    </form>
    <@cancel.form/>
  </#if>
</@layout.registrationLayout>
