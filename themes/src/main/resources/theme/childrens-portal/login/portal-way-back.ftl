<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalWayBackTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalWayBackWhat")}</p>
    <p class="govuk-body">${msg("portalWayBackThen")}</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>${msg("portalWayBackAddress")}</li>
      <li>${msg("portalWayBackSessions")}</li>
      <li>${msg("portalWayBackWaysIn")}</li>
      <li>${msg("portalWayBackPassword")}</li>
    </ul>
    <p class="govuk-body">${msg("portalWayBackYou")}</p>
    <form action="${formAction}" method="post">
      <input type="hidden" name="token" value="${key}">
      <@button.submit label=msg("portalWayBackButton") kind="warning"/>
    </form>
  </#if>
</@layout.registrationLayout>
