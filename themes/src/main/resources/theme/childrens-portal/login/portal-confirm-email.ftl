<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/cancel-action.ftl" as cancel>
<#import "components/code-field.ftl" as oneTimeCode>
<#import "components/error-summary.ftl" as errorSummary>
<#assign failed = messagesPerField.existsError("code")>
<#assign unsent = notSentYet!false>
<#-- Registration has steps. Else the address of an account is changed. -->
<#assign changes = !(step??)>
<@layout.registrationLayout step=step!0 displayMessage=!failed && !unsent backUrl=backUrl!""; section>
  <#if section = "header">${msg(changes?then("portalEnterCodeTitle", "portalConfirmTitle"))}
  <#elseif section = "errors"><@errorSummary.fields names=["code"]/>
  <#elseif section = "form">
    <#if codeLive>
      <p class="govuk-body">${msg("portalCodeMailed")} ${msg("portalCodeAsk")}<#if backUrl??> ${msg("portalCodeBack")}</#if></p>
      <dl class="govuk-body portal-facts">
        <dt>${msg("portalCodeTo")}</dt><dd class="portal-break">${address}</dd>
        <dt>${msg("portalCodeFrom")}</dt><dd class="portal-break">${senderName} ${senderAddress}</dd>
        <dt>${msg("portalCodeEnds")}</dt>
        <#-- The last hour is counted down by portal.js: a text for each number of minutes, which a language may say in its own way. -->
        <#assign minutes = [(secondsLeft / 60)?ceiling, 60]?min>
        <dd>${ends}<span data-seconds="${secondsLeft?c}"
          data-left="${(0..minutes)?map(left -> msg("portalMinutesLeft", left))?join("|")}"></span></dd>
      </dl>
      <p class="govuk-body">${msg("portalCodeSpam")}</p>
      <#if changes && currentAddress??><p class="govuk-body portal-break">${msg("portalCodeUntil", currentAddress)}</p></#if>
    <#else>
      <p class="govuk-body portal-break"><#if unsent>${message.summary}<#else>${msg("portalNoCode", address)}</#if></p>
    </#if>
    <#if codeLive>
      <form data-own-address action="${formAction}" method="post" novalidate>
        <@oneTimeCode.field name="code" label=msg("portalCode")/>
        <div class="govuk-button-group">
          <@button.submit label=msg("portalNext")/>
          <#if backUrl??><@button.link href=backUrl label=msg("portalBack") kind="secondary"/></#if>
        </div>
      </form>
    </#if>
    <form data-own-address action="${formAction}" method="post">
      <button type="submit" name="resend" value="true" class="${codeLive?then("portal-link-button", "govuk-button")}">
        ${msg(unsent?then("portalSend", "portalResend"))}</button>
    </form>
    <#if changes><@cancel.form/></#if>
    <#if codeLive>
      <#-- Opens by itself when the mail is late: here, if the page is shown then, or by portal.js. -->
      <details class="govuk-body portal-late" data-late="${lateSeconds?c}"<#if secondsLeft <= lateSeconds> open</#if>>
        <summary>${msg("portalCodeLate")}</summary>
        <ul class="govuk-list govuk-list--bullet">
          <li>${msg("portalCodeLateSpam")}</li>
          <li class="portal-break">${msg((backUrl??)?then("portalCodeLateAddress", "portalCodeLateSpelling"), address)}</li>
          <li class="portal-break">${msg("portalCodeLateSender", senderAddress)}</li>
          <li>${msg("portalCodeLateAgain")}</li>
        </ul>
      </details>
    </#if>
  </#if>
</@layout.registrationLayout>
