<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/text-field.ftl" as text>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("recoveryCodeInput"); section>
  <#if section = "header">${msg("portalRecoveryEnter")}
  <#elseif section = "errors"><@errorSummary.fields names=["recoveryCodeInput"]/>
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" novalidate>
      <@text.field name="recoveryCodeInput" label=msg("portalRecoveryNumber", recoveryAuthnCodesInputBean.codeNumber?c)
        autocomplete="one-time-code" class="portal-code" attributes={"spellcheck": "false", "autocapitalize": "none"}/>
      <@button.submit label=msg("portalSignIn")/>
    </form>
  </#if>
</@layout.registrationLayout>
