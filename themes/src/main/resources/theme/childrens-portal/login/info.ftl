<#import "template.ftl" as layout>
<#import "components/link.ftl" as link>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header"><#if messageHeader??>${kcSanitize(msg(messageHeader))?no_esc}<#else>${message.summary}</#if>
  <#elseif section = "form">
    <#if messageHeader??><p class="govuk-body">${message.summary}</p></#if>
    <#if requiredActions??>
      <ul class="govuk-list govuk-list--bullet">
        <#list requiredActions as action><li>${kcSanitize(msg("requiredAction." + action))?no_esc}</li></#list>
      </ul>
    </#if>
    <#if skipLink??><@link.home/>
    <#elseif pageRedirectUri?has_content><@link.line href=pageRedirectUri label=msg("portalGoOn")/>
    <#elseif actionUri?has_content><@link.line href=actionUri label=msg("proceedWithAction")/>
    <#elseif (client.baseUrl)?has_content><@link.line href=client.baseUrl label=msg("portalGoOn")/>
    <#else><@link.home/></#if>
  </#if>
</@layout.registrationLayout>
