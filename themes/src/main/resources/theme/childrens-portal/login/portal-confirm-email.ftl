<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign failed = messagesPerField.existsError("code")>
<@layout.registrationLayout step=3 displayMessage=!failed backUrl=backUrl!""; section>
  <#if section = "header">${msg("portalConfirmTitle")}
  <#elseif section = "errors"><@field.summary names=["code"]/>
  <#elseif section = "form">
    <#if codeLive>
      <p class="govuk-body">${msg("portalCodeMailed")} ${msg("portalCodeAsk")}<#if backUrl??> ${msg("portalCodeBack")}</#if></p>
      <dl class="govuk-body">
        <dt class="govuk-!-font-weight-bold">${msg("portalCodeTo")}</dt><dd class="govuk-!-margin-left-0 portal-break">${address}</dd>
        <dt class="govuk-!-font-weight-bold">${msg("portalCodeFrom")}</dt><dd class="govuk-!-margin-left-0 portal-break">${senderName} ${senderAddress}</dd>
        <dt class="govuk-!-font-weight-bold">${msg("portalCodeEnds")}</dt><dd class="govuk-!-margin-left-0">${ends}</dd>
      </dl>
      <p class="govuk-body">${msg("portalCodeSpam")}</p>
    <#else>
      <p class="govuk-body portal-break">${msg("portalNoCode", address)}</p>
    </#if>
    <form action="${formAction}" method="post" novalidate>
      <#if codeLive>
        <@field.text name="code" label=msg("portalCode") class="portal-code" autocomplete="one-time-code" attributes="inputmode=\"numeric\" spellcheck=\"false\""/>
        <@field.submit label=msg("portalNext")/>
      </#if>
    </form>
    <form action="${formAction}" method="post">
      <button type="submit" name="resend" value="true" class="${codeLive?then("portal-link-button", "govuk-button")}">${msg("portalResend")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
