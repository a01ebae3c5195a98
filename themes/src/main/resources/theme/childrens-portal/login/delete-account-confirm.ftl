<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<#import "components/error-summary.ftl" as errorSummary>
<#import "components/password-field.ftl" as password>
<#assign fields = ["password"]>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError(fields); section>
  <#if section = "header">${msg("portalDeleteTitle")}
  <#elseif section = "errors"><@errorSummary.fields names=fields/>
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalDeleteText")}</p>
    <h2 class="govuk-heading-m">${msg("portalDeleteGoes")}</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>${msg("portalDeleteGoes.details")}</li>
      <li>${msg("portalDeleteGoes.password")}</li>
      <li>${msg("portalDeleteGoes.sessions")}</li>
    </ul>
    <h2 class="govuk-heading-m">${msg("portalDeleteStays")}</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>${((eventDays!0) gt 0)?then(msg("portalDeleteStays.recordDays", eventDays!0), msg("portalDeleteStays.record"))}</li>
      <li>${msg("portalDeleteStays.services")}</li>
      <li>${msg("portalDeleteStays.mails")}</li>
    </ul>
    <#if emailAddress?has_content><p class="govuk-body portal-break">${msg("portalDeleteTold", emailAddress)}</p></#if>
    <form action="${url.loginAction}" method="post" novalidate>
      <#if asksPassword!false>
        <#-- For password managers, which look for a text field. -->
        <input type="text" name="username" autocomplete="username" value="${emailAddress!}" readonly hidden>
        <@password.field name="password" label=msg("portalDeletePassword") autocomplete="current-password"/>
      </#if>
      <div class="govuk-button-group">
        <@button.submit label=msg("portalDelete") kind="warning"/>
        <#if isAppInitiatedAction??><@button.cancel/></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
