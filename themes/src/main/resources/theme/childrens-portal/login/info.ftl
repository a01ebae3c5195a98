<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header"><#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <#if messageHeader??><p class="govuk-body">${message.summary}</p></#if>
    <#if requiredActions??><ul class="govuk-list govuk-list--bullet"><#list requiredActions as action><li>${kcSanitize(msg("requiredAction." + action))?no_esc}</li></#list></ul></#if>
    <#if skipLink??><@layout.home/>
    <#else>
      <#if pageRedirectUri?has_content><p class="govuk-body"><a class="govuk-link" href="${pageRedirectUri}">${msg("portalGoOn")}</a></p>
      <#elseif actionUri?has_content><p class="govuk-body"><a class="govuk-link" href="${actionUri}">${msg("proceedWithAction")}</a></p>
      <#elseif (client.baseUrl)?has_content><p class="govuk-body"><a class="govuk-link" href="${client.baseUrl}">${msg("portalGoOn")}</a></p>
      <#else><@layout.home/></#if>
    </#if>
  </#if>
</@layout.registrationLayout>
