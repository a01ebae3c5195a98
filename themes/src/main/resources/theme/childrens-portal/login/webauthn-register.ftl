<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/other-sessions.ftl" as otherSessions>
<#import "components/passkey.ftl" as passkey>
<#import "components/text-field.ftl" as text>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalPasskeySave")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalPasskeyWhat")}</p>
    <p class="govuk-body" data-without-passkey>${msg("portalPasskeyNeedsScript")}</p>
    <form action="${url.loginAction}" method="post" novalidate>
      <@passkey.save label=msg("portalPasskeySave")>
        <@text.field name="authenticatorLabel" label=msg("portalPasskeyName") value=msg("portalPasskey") required=false/>
        <@otherSessions.field checked=false/>
      </@passkey.save>
    </form>
    <#if !isSetRetry?has_content && isAppInitiatedAction?has_content>
      <form action="${url.loginAction}" method="post"><@button.cancel/></form>
    </#if>
  </#if>
</@layout.registrationLayout>
