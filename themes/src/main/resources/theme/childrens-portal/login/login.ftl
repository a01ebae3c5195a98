<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/email-field.ftl" as email>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/link.ftl" as link>
<#import "components/password-field.ftl" as password>
<#-- Which of the two is wrong is not said. -->
<#assign error = messagesPerField.getFirstError("username", "password")>
<@layout.registrationLayout displayMessage=!error?has_content wide=true; section>
  <#if section = "header">${msg("portalMyAccount")}
  <#elseif section = "errors"><#if error?has_content><@errorSummary.single id="username" text=error/></#if>
  <#elseif section = "form">
    <#if realm.registrationAllowed>
      <p class="govuk-body">${msg("portalNewTo", realm.displayName!)}
        <a class="govuk-link" href="${url.registrationUrl}">${msg("portalRegisterHere")}</a>
        ${msg("portalOrButton", realm.displayName!)}</p>
    </#if>
    <div class="portal-columns">
    <section aria-labelledby="existing">
      <h2 class="govuk-heading-m" id="existing">${msg("portalExisting")}</h2>
      <form data-answers action="${url.loginAction}" method="post" novalidate>
        <@email.field name="username" label=msg("portalEmail") value=(login.username)!"" autocomplete="username" required=false
          labelClass="govuk-label--s" error=error/>
        <@password.field name="password" label=msg("password") autocomplete="current-password" required=false
          labelClass="govuk-label--s" error=""/>
        <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!}">
        <@button.submit label=msg("portalSignIn")/>
        <#if realm.resetPasswordAllowed><@link.line href=url.loginResetCredentialsUrl label=msg("portalForgotten")/></#if>
      </form>
    </section>
    <#if realm.registrationAllowed>
    <section aria-labelledby="new-users" class="portal-panel">
      <h2 class="govuk-heading-m" id="new-users">${msg("portalNewUsers")}</h2>
      <p class="govuk-body">${msg("portalIfNew", realm.displayName!)}</p>
      <@button.link href=url.registrationUrl label=msg("portalRegister")/>
    </section>
    </#if>
    </div>
  </#if>
</@layout.registrationLayout>
