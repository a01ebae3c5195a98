<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/checkbox.ftl" as checkbox>
<#import "components/error-message.ftl" as errorMessage>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/password-field.ftl" as password>
<#import "components/password-match.ftl" as match>
<#import "components/password-policy.ftl" as policy>
<#assign fields = ["password", "password-confirm"]>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError(fields); section>
  <#if section = "header">${msg("portalUpdatePasswordTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=fields broken=passwordBroken![] passwordId="password-new"/>
  <#elseif section = "form">
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <#-- For password managers, which look for a text field. -->
      <input type="text" name="username" autocomplete="username" value="${username!}" readonly hidden>
      <@policy.checklist field="password-new"/>
      <@password.field name="password-new" label=msg("passwordNew") autocomplete="new-password" describedBy="password-policy"
        error=errorMessage.of("password") broken=passwordBroken![]/>
      <@password.field name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
      <@match.status first="password-new" second="password-confirm"/>
      <@checkbox.field name="logout-sessions" label=msg("logoutOtherSessions")/>
      <@button.submit label=msg("portalNext")/>
      <#if isAppInitiatedAction??><@button.cancel label=msg("doCancel")/></#if>
    </form>
  </#if>
</@layout.registrationLayout>
