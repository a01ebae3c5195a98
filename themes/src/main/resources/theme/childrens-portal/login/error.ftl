<#import "template.ftl" as layout>
<#import "components/link.ftl" as link>
<#-- A refusal says by itself what people can do. -->
<@layout.registrationLayout displayMessage=false title=(refusal??)?then("", (message.summary)!""); section>
  <#if section = "header">${msg(refusal!"portalErrorTitle")}
  <#elseif section = "form">
    <p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p>
    <#if !(refusal??)><p class="govuk-body">${msg("portalErrorNext")}</p></#if>
    <#if !(skipLink??) && (client.baseUrl)?has_content>
      <@link.line id="backToApplication" href=client.baseUrl label=msg("portalStartAgain")/>
    <#else>
      <@link.home/>
    </#if>
    <#if traceId??><p class="govuk-body-s">${msg("traceIdSupportMessage", traceId)}</p></#if>
  </#if>
</@layout.registrationLayout>
