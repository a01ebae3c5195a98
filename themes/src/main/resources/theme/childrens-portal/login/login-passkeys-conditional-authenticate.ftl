<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/link.ftl" as link>
<#import "components/name-field.ftl" as name>
<#import "components/passkey.ftl" as passkey>
<#import "components/registration.ftl" as registration>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username") title=msg("portalPasskeyTitle"); section>
  <#if section = "header">${msg("portalPasskeyTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=["username"]/>
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalPasskeyWhat")}</p>
    <p class="govuk-body" data-without-passkey>${msg("portalPasskeyNeedsScript")}</p>
    <@passkey.list/>
    <#if realm.password && !(usernameHidden??)>
      <form data-answers action="${url.loginAction}" method="post" novalidate>
        <@name.field email=msg("portalEmail") value=(login.username)!"" required=false labelClass="govuk-label--s"
          autocomplete="username webauthn"/>
        <@button.submit label=msg("portalNext")/>
      </form>
    </#if>
    <@passkey.signIn kind="secondary" unasked="conditional"/>
    <#if realm.registrationAllowed && !registrationDisabled??>
      <@link.line href=registration.address() label=msg("portalRegister")/>
    </#if>
  </#if>
</@layout.registrationLayout>
