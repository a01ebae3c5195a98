<#import "template.ftl" as layout>
<#-- A refusal says by itself what people can do. -->
<@layout.registrationLayout displayMessage=false title=(refusal??)?then("", (message.summary)!""); section>
  <#if section = "header">${msg(refusal!"portalErrorTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p>
    <#if !(refusal??)><p class="govuk-body">${msg("portalErrorNext")}</p></#if>
    <#if !(skipLink??) && (client.baseUrl)?has_content><p class="govuk-body"><a class="govuk-link" id="backToApplication" href="${client.baseUrl}">${msg("portalStartAgain")}</a></p>
    <#else><@layout.home/></#if>
    <#if traceId??><p class="govuk-body-s">${msg("traceIdSupportMessage", traceId)}</p></#if>
  </#if>
</@layout.registrationLayout>
