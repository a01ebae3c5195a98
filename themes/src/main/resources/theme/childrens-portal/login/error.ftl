<#import "template.ftl" as layout>
<#import "components/link.ftl" as link>
<#-- A refusal says by itself what people can do, and so does a page of a visit that is over. -->
<#assign ended = message.summary == msg("cookieNotFoundMessage")>
<#assign heading = ended?then("portalEndedTitle", refusal!"portalErrorTitle")>
<@layout.registrationLayout displayMessage=false title=(ended || refusal??)?then("", (message.summary)!""); section>
  <#if section = "header">${msg(heading)}
  <#elseif section = "form">
    <p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p>
    <#if ended><p class="govuk-body">${msg("portalEndedAgain")}</p>
    <#elseif !(refusal??)><p class="govuk-body">${msg("portalErrorNext")}</p></#if>
    <#if signInAgain??>
      <@link.line id="signInAgain" href=signInAgain label=msg("doLogIn")/>
    <#elseif !(skipLink??) && (client.baseUrl)?has_content>
      <@link.line id="backToApplication" href=client.baseUrl label=msg((refusal??)?then("backToApplication", "portalStartAgain"))/>
    <#else>
      <@link.home/>
    </#if>
    <#if traceId??><p class="govuk-body-s">${msg("traceIdSupportMessage", traceId)}</p></#if>
  </#if>
</@layout.registrationLayout>
