<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/checkbox.ftl" as checkbox>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/identity-providers.ftl" as providers>
<#import "components/link.ftl" as link>
<#import "components/name-field.ftl" as name>
<#import "components/passkey.ftl" as passkey>
<#import "components/registration.ftl" as registration>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section = "header">${msg("portalSignIn")}
  <#elseif section = "errors"><@errorSummary.fields names=["username"]/>
  <#elseif section = "form">
    <#if realm.password>
      <form data-answers action="${url.loginAction}" method="post" novalidate>
        <#if !(usernameHidden??)>
          <@name.field email=msg("portalEmail") value=(login.username)!"" required=false labelClass="govuk-label--s"
            autocomplete=enableWebAuthnConditionalUI?has_content?then("username webauthn", "username")/>
          <#if realm.rememberMe>
            <@checkbox.field name="rememberMe" label=msg("rememberMe") hint=msg("portalRememberHint") checked=(login.rememberMe)??/>
          </#if>
        </#if>
        <@button.submit label=msg("portalNext")/>
      </form>
    </#if>
    <@passkey.offer/>
    <#if realm.registrationAllowed && !registrationDisabled??>
      <@link.line href=registration.address() label=msg("portalRegister")/>
    </#if>
    <@providers.list/>
  </#if>
</@layout.registrationLayout>
