<#import "template.ftl" as layout>
<#import "components/link.ftl" as link>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">${msg("portalClosedTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${msg("portalClosedText")}</p>
    <#if told!false><p class="govuk-body">${msg("portalClosedTold")}</p></#if>
    <p class="govuk-body">${msg("portalClosedAgain")}</p>
    <@link.home/>
  </#if>
</@layout.registrationLayout>
