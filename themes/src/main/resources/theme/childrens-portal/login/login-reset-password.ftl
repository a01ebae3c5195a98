<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/name-field.ftl" as name>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username") backUrl=url.loginUrl; section>
  <#if section = "header">${msg("portalForgotten")}
  <#elseif section = "errors"><@errorSummary.fields names=["username"]/>
  <#elseif section = "form">
    <p class="govuk-body">${msg("emailInstruction")}</p>
    <#-- Keycloak's own step, which a realm may have in place of ours, gives the page no address. -->
    <form data-answers<#if formAction??> data-own-address</#if> action="${formAction!url.loginAction}" method="post"
      novalidate>
      <@name.field email=msg("portalEmailAddress") value=typedName!(auth.attemptedUsername)!""/>
      <@button.submit label=msg("portalNext")/>
    </form>
  </#if>
</@layout.registrationLayout>
