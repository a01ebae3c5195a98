<#--
  What somebody types to say who they are: an email address or a user name, as the realm's settings have it.

  <@field>
    email        label where it is an email address. Other parameters: see text-field.ftl
-->
<#import "text-field.ftl" as text>
<#import "email-field.ftl" as address>
<#import "error-message.ftl" as errorMessage>

<#macro field email value="" autocomplete="username" required=true labelClass="" error=errorMessage.of("username")>
  <#if realm.registrationEmailAsUsername>
    <@address.field name="username" label=email value=value autocomplete=autocomplete required=required labelClass=labelClass
      error=error/>
  <#else>
    <@text.field name="username" value=value autocomplete=autocomplete required=required labelClass=labelClass error=error
      label=msg(realm.loginWithEmailAllowed?then("portalEmailOrUserName", "portalUserName"))
      attributes={"spellcheck": "false", "autocapitalize": "none"}/>
  </#if>
</#macro>
