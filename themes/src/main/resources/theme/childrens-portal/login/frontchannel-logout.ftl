<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalSignedOutElsewhere")}
  <#elseif section = "form">
    <ul class="govuk-list govuk-list--bullet">
      <#list logout.clients as client><li>${client.name}<iframe src="${client.frontChannelLogoutUrl}" title="${client.name}" class="portal-hidden-frame"></iframe></li></#list>
    </ul>
    <#if logout.logoutRedirectUri?has_content><p class="govuk-body"><a class="govuk-button" href="${logout.logoutRedirectUri}" role="button" draggable="false" data-go-on>${msg("portalGoOn")}</a></p></#if>
  </#if>
</@layout.registrationLayout>
