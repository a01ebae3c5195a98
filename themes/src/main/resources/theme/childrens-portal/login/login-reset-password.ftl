<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username") backUrl=url.loginUrl; section>
  <#if section = "header">${msg("portalForgotten")}
  <#elseif section = "errors"><@field.summary names=["username"]/>
  <#elseif section = "form">
    <p class="govuk-body">${msg("emailInstruction")}</p>
    <form data-answers<#if formAction??> data-own-address</#if> action="${formAction!url.loginAction}" method="post" novalidate>
      <@field.text name="username" label=msg("portalEmailAddress") value=typedName!(auth.attemptedUsername)!"" type="email" autocomplete="username" attributes="spellcheck=\"false\" autocapitalize=\"none\""/>
      <@field.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
