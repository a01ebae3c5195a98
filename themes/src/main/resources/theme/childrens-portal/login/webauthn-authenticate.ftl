<#import "template.ftl" as layout>
<#import "components/link.ftl" as link>
<#import "components/passkey.ftl" as passkey>
<#import "components/registration.ftl" as registration>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalPasskeySignIn")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalPasskeyWhat")}</p>
    <p class="govuk-body" data-without-passkey>${msg("portalPasskeyNeedsScript")}</p>
    <@passkey.list/>
    <@passkey.signIn/>
    <#if realm.registrationAllowed && !registrationDisabled??>
      <@link.line href=registration.address() label=msg("portalRegister")/>
    </#if>
  </#if>
</@layout.registrationLayout>
