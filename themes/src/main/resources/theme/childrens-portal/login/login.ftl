<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/checkbox.ftl" as checkbox>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/identity-providers.ftl" as providers>
<#import "components/link.ftl" as link>
<#import "components/name-field.ftl" as name>
<#import "components/passkey.ftl" as passkey>
<#import "components/password-field.ftl" as password>
<#import "components/registration.ftl" as registration>
<#import "components/signed-in-as.ftl" as signedIn>
<#-- Which of the two is wrong is not said. -->
<#assign error = messagesPerField.getFirstError("username", "password")>
<#assign again = usernameHidden??>
<#assign register = realm.registrationAllowed && !again && !registrationDisabled??>
<@layout.registrationLayout displayMessage=!error?has_content wide=register title=again?then(msg("portalAgainTitle"), ""); section>
  <#if section = "header"><#if again>${msg("portalAgain", signedIn.name())}<#else>${msg("portalMyAccount")}</#if>
  <#elseif section = "errors">
    <#if error?has_content><@errorSummary.single id=again?then("password", "username") text=error/></#if>
  <#elseif section = "form">
    <#if register>
      <p class="govuk-body">${msg("portalNewTo", realm.displayName!)}
        <a class="govuk-link" href="${registration.address()}">${msg("portalRegisterHere")}</a>
        ${msg("portalOrButton", realm.displayName!)}</p>
    </#if>
    <div class="${register?then("portal-columns", "")}">
    <section <#if register>aria-labelledby="existing"</#if>>
      <#if register><h2 class="govuk-heading-m" id="existing">${msg("portalExisting")}</h2></#if>
      <#if realm.password>
      <form data-answers action="${url.loginAction}" method="post" novalidate>
        <#if again>
          <#-- For password managers, which look for a text field. It is not sent. -->
          <input type="text" autocomplete="username" value="${signedIn.name()}" readonly hidden>
        <#else>
          <@name.field email=msg("portalEmail") value=(login.username)!"" required=false labelClass="govuk-label--s" error=error
            autocomplete=enableWebAuthnConditionalUI?has_content?then("username webauthn", "username")/>
        </#if>
        <@password.field name="password" label=msg("password") autocomplete="current-password" required=false
          labelClass="govuk-label--s" error=again?then(error, "")/>
        <#if realm.rememberMe && !again>
          <@checkbox.field name="rememberMe" label=msg("rememberMe") hint=msg("portalRememberHint") checked=(login.rememberMe)??/>
        </#if>
        <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!}">
        <@button.submit label=msg("portalSignIn")/>
        <#if realm.resetPasswordAllowed><@link.line href=url.loginResetCredentialsUrl label=msg("portalForgotten")/></#if>
      </form>
      </#if>
      <@passkey.offer/>
      <#if again><@signedIn.another/></#if>
      <@providers.list/>
    </section>
    <#if register>
    <section aria-labelledby="new-users" class="portal-panel">
      <h2 class="govuk-heading-m" id="new-users">${msg("portalNewUsers")}</h2>
      <p class="govuk-body">${msg("portalIfNew", realm.displayName!)}</p>
      <@button.link href=registration.address() label=msg("portalRegister")/>
    </section>
    </#if>
    </div>
  </#if>
</@layout.registrationLayout>
