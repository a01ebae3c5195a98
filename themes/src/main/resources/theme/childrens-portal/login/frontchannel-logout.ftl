<#import "template.ftl" as layout>
<#import "components/button.ftl" as button>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("portalSignedOutElsewhere")}
  <#elseif section = "form">
    <ul class="govuk-list govuk-list--bullet">
      <#list logout.clients as client>
        <li>${client.name}<iframe src="${client.frontChannelLogoutUrl}" title="${client.name}" class="portal-hidden-frame"></iframe></li>
      </#list>
    </ul>
    <#if logout.logoutRedirectUri?has_content>
      <p class="govuk-body"><@button.link href=logout.logoutRedirectUri label=msg("portalGoOn") attributes="data-go-on"/></p>
    </#if>
  </#if>
</@layout.registrationLayout>
