<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header"><#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${msg("portalInfoTitle")}</#if>
  <#elseif section = "form">
    <p class="govuk-body">${message.summary}<#if requiredActions??><#list requiredActions>: <#items as action>${kcSanitize(msg("requiredAction." + action))?no_esc}<#sep>, </#items></#list></#if></p>
    <#if skipLink??><p class="govuk-body"><a class="govuk-link" href="/">${msg("portalHome")}</a></p>
    <#else>
      <#if pageRedirectUri?has_content><p class="govuk-body"><a class="govuk-link" href="${pageRedirectUri}">${msg("portalGoOn")}</a></p>
      <#elseif actionUri?has_content><p class="govuk-body"><a class="govuk-link" href="${actionUri}">${msg("proceedWithAction")}</a></p>
      <#elseif (client.baseUrl)?has_content><p class="govuk-body"><a class="govuk-link" href="${client.baseUrl}">${msg("portalGoOn")}</a></p>
      <#else><p class="govuk-body"><a class="govuk-link" href="/">${msg("portalHome")}</a></p></#if>
    </#if>
  </#if>
</@layout.registrationLayout>
