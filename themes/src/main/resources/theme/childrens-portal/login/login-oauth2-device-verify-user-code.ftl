<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/text-field.ftl" as text>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalDeviceTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalDeviceText")}</p>
    <form action="${url.oauth2DeviceVerificationAction}" method="post" novalidate>
      <@text.field name="device_user_code" label=msg("portalDeviceCode") class="portal-code" autocomplete="off"
        attributes={"spellcheck": "false", "autocapitalize": "characters"}/>
      <@button.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
