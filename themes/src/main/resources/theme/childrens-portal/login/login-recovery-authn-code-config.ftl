<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/other-sessions.ftl" as otherSessions>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalRecoveryTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalRecoveryText")}</p>
    <div class="portal-panel">
      <ol class="govuk-list govuk-list--number">
        <#list recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesList as code>
          <li>${code[0..3]}-${code[4..7]}-${code[8..]}</li>
        </#list>
      </ol>
    </div>
    <form action="${url.loginAction}" method="post">
      <input type="hidden" name="generatedRecoveryAuthnCodes" value="${recoveryAuthnCodesConfigBean.generatedRecoveryAuthnCodesAsString}">
      <input type="hidden" name="generatedAt" value="${recoveryAuthnCodesConfigBean.generatedAt?c}">
      <input type="hidden" name="userLabel" value="${msg("portalRecovery")}">
      <@otherSessions.field checked=false/>
      <div class="govuk-button-group">
        <@button.submit label=msg("portalRecoverySaved")/>
        <#if isAppInitiatedAction??><@button.cancel/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
