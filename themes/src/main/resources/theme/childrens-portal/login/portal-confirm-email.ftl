<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign failed = messagesPerField.existsError("code")>
<@layout.registrationLayout step=3 displayMessage=!failed && !(notSentYet!false) backUrl=backUrl!""; section>
  <#if section = "header">${msg("portalConfirmTitle")}
  <#elseif section = "errors"><@field.summary names=["code"]/>
  <#elseif section = "form">
    <#if codeLive>
      <p class="govuk-body">${msg("portalCodeMailed")} ${msg("portalCodeAsk")}<#if backUrl??> ${msg("portalCodeBack")}</#if></p>
      <dl class="govuk-body portal-facts">
        <dt>${msg("portalCodeTo")}</dt><dd class="portal-break">${address}</dd>
        <dt>${msg("portalCodeFrom")}</dt><dd class="portal-break">${senderName} ${senderAddress}</dd>
        <dt>${msg("portalCodeEnds")}</dt><dd>${ends}<span data-seconds="${secondsLeft?c}" data-left="${msg("portalMinutesLeft", "#")}"></span></dd>
      </dl>
      <p class="govuk-body">${msg("portalCodeSpam")}</p>
    <#elseif notSentYet!false>
      <p class="govuk-body portal-break">${message.summary}</p>
    <#else>
      <p class="govuk-body portal-break">${msg("portalNoCode", address)}</p>
    </#if>
    <#if codeLive>
      <form data-own-address action="${formAction}" method="post" novalidate>
        <@field.text name="code" label=msg("portalCode") class="portal-code" autocomplete="one-time-code" attributes="inputmode=\"numeric\" spellcheck=\"false\""/>
        <div class="govuk-button-group">
          <@field.submit label=msg("portalNext")/>
          <#if backUrl??><a class="govuk-button govuk-button--secondary" href="${backUrl}" role="button" draggable="false">${msg("portalBack")}</a></#if>
        </div>
      </form>
    </#if>
    <form data-own-address action="${formAction}" method="post">
      <button type="submit" name="resend" value="true" class="${codeLive?then("portal-link-button", "govuk-button")}">${msg((notSentYet!false)?then("portalSend", "portalResend"))}</button>
    </form>
  </#if>
</@layout.registrationLayout>
