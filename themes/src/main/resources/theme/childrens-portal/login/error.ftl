<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false title=(message.summary)!""; section>
  <#if section = "header">${msg("portalErrorTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p>
    <p class="govuk-body">${msg("portalErrorNext")}</p>
    <#if !(skipLink??) && (client.baseUrl)?has_content><p class="govuk-body"><a class="govuk-link" id="backToApplication" href="${client.baseUrl}">${msg("portalStartAgain")}</a></p>
    <#else><p class="govuk-body"><a class="govuk-link" href="/">${msg("portalHome")}</a></p></#if>
    <#if traceId??><p class="govuk-body-s">${msg("traceIdSupportMessage", traceId)}</p></#if>
  </#if>
</@layout.registrationLayout>
