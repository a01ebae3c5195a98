<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/link.ftl" as link>
<#import "components/passkey.ftl" as passkey>
<#import "components/password-field.ftl" as password>
<#import "components/signed-in-as.ftl" as signedIn>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password") title=msg("portalPasswordTitle"); section>
  <#if section = "header">${msg("portalSignInAs", signedIn.name())}
  <#elseif section = "errors"><@errorSummary.fields names=["password"]/>
  <#elseif section = "form">
    <form data-answers action="${url.loginAction}" method="post" novalidate>
      <input type="text" autocomplete="username" value="${signedIn.name()}" readonly hidden>
      <@password.field name="password" label=msg("password") autocomplete="current-password" required=false
        labelClass="govuk-label--s"/>
      <@button.submit label=msg("portalSignIn")/>
      <#if realm.resetPasswordAllowed><@link.line href=url.loginResetCredentialsUrl label=msg("portalForgotten")/></#if>
    </form>
    <@passkey.offer/>
    <@signedIn.another/>
  </#if>
</@layout.registrationLayout>
