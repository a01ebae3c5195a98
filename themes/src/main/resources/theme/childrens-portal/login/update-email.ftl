<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/other-sessions.ftl" as otherSessions>
<#import "components/profile-questions.ftl" as questions>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">${msg("updateEmailTitle")}
  <#elseif section = "errors"><@questions.errors/>
  <#elseif section = "form">
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <@questions.all/>
      <@otherSessions.field/>
      <div class="govuk-button-group">
        <@button.submit label=msg("portalNext")/>
        <#if isAppInitiatedAction??><@button.cancel/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
