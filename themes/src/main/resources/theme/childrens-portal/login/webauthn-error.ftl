<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalPasskeyErrorTitle")}
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post">
      <input type="hidden" name="authenticationExecution" value="${execution!}">
      <input type="hidden" name="isSetRetry" value="retry">
      <div class="govuk-button-group">
        <@button.submit label=msg("portalTryAgain")/>
        <#if isAppInitiatedAction??><@button.cancel/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
