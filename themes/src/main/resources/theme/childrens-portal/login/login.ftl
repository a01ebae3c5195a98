<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign failed = messagesPerField.existsError("username", "password")>
<@layout.registrationLayout displayMessage=!failed wide=true; section>
  <#if section = "header">${msg("portalMyAccount")}
  <#elseif section = "errors">
    <#if failed><@layout.errorBox><ul class="govuk-list govuk-error-summary__list"><li><a href="#username">${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}</a></li></ul></@layout.errorBox></#if>
  <#elseif section = "form">
    <#if realm.registrationAllowed><p class="govuk-body">${msg("portalNewTo", realm.displayName!)} <a class="govuk-link" href="${url.registrationUrl}">${msg("portalRegisterHere")}</a> ${msg("portalOrButton", realm.displayName!)}</p></#if>
    <div class="portal-columns">
    <section aria-labelledby="existing">
      <h2 class="govuk-heading-m" id="existing">${msg("portalExisting")}</h2>
      <form action="${url.loginAction}" method="post" novalidate>
        <div class="govuk-form-group ${failed?then("govuk-form-group--error", "")}">
          <label class="govuk-label govuk-label--s" for="username">${msg("portalEmail")}</label>
          <#if failed><p id="username-error" class="govuk-error-message"><span class="govuk-visually-hidden">${msg("portalErrorPrefix")}</span> ${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}</p></#if>
          <input class="govuk-input ${failed?then("govuk-input--error", "")}" id="username" name="username" data-answer type="email" value="${(login.username)!}" autocomplete="username" spellcheck="false" autocapitalize="none" <#if failed>aria-invalid="true" aria-describedby="username-error"</#if>>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for="password">${msg("password")}</label>
          <div class="portal-password-row">
            <input class="govuk-input" id="password" name="password" type="password" autocomplete="current-password" spellcheck="false" autocapitalize="none">
            <@field.toggle id="password" label=msg("password")/>
          </div>
        </div>
        <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!}">
        <@field.submit label=msg("portalSignIn")/>
        <#if realm.resetPasswordAllowed><p class="govuk-body"><a class="govuk-link" href="${url.loginResetCredentialsUrl}">${msg("portalForgotten")}</a></p></#if>
      </form>
    </section>
    <#if realm.registrationAllowed>
    <section aria-labelledby="new-users" class="portal-panel">
      <h2 class="govuk-heading-m" id="new-users">${msg("portalNewUsers")}</h2>
      <p class="govuk-body">${msg("portalIfNew", realm.displayName!)}</p>
      <a class="govuk-button" href="${url.registrationUrl}" role="button" draggable="false">${msg("portalRegister")}</a>
    </section>
    </#if>
    </div>
  </#if>
</@layout.registrationLayout>
