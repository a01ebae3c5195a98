<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#assign failed = messagesPerField.existsError("password", "password-confirm")>
<@layout.registrationLayout displayMessage=!failed; section>
  <#if section = "header">${msg("portalUpdatePasswordTitle")}
  <#elseif section = "errors"><@field.summary names=["password", "password-confirm"] extra=passwordBroken![] extraId="password-new"/>
  <#elseif section = "form">
    <form action="${url.loginAction}" method="post" novalidate>
      <#-- For password managers, which look for a text field. -->
      <input type="text" name="username" autocomplete="username" value="${username!}" readonly hidden>
      <@field.policy for="password-new"/>
      <@field.password id="password-new" name="password" label=msg("passwordNew") autocomplete="new-password" describedBy="password-policy" broken=passwordBroken![]/>
      <@field.password id="password-confirm" name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password"/>
      <@field.match first="password-new" second="password-confirm"/>
      <div class="govuk-form-group"><div class="govuk-checkboxes"><div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id="logout-sessions" name="logout-sessions" data-answer type="checkbox" value="on">
        <label class="govuk-label govuk-checkboxes__label" for="logout-sessions">${msg("logoutOtherSessions")}</label>
      </div></div></div>
      <@field.submit label=msg("portalNext")/>
      <#if isAppInitiatedAction??><button type="submit" class="govuk-button govuk-button--secondary" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
    </form>
  </#if>
</@layout.registrationLayout>
