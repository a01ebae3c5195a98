<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/changed-meanwhile.ftl" as meanwhile>
<#import "components/profile-questions.ftl" as questions>
<#-- Asked for by the realm, not by the person: what is missing is no error before anything was typed. -->
<#assign missing = missingDetails??>
<@layout.registrationLayout
    displayMessage=missing?then(messagesPerField.existsError("global"), messagesPerField.exists("global")); section>
  <#if section = "header">${msg(missing?then("portalMoreTitle", "portalDetailsTitle"))}
  <#elseif section = "errors"><@meanwhile.notice/><@questions.errors/>
  <#elseif section = "form">
    <#if missing><p class="govuk-body">${msg("portalMoreText")}</p></#if>
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <@questions.all without=(withoutAddress!false)?then(["email"], [])/>
      <div class="govuk-button-group">
        <@button.submit label=msg("portalNext")/>
        <#if isAppInitiatedAction??><@button.cancel/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
