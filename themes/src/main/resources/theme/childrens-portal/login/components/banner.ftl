<#--
  What Keycloak has to say about the whole page, above its heading.

  <@message>
    message      Keycloak's: type ("error", "success", "info", "warning") and summary
-->
<#import "error-summary.ftl" as errorSummary>

<#macro message message>
  <#if message.type == "error">
    <@errorSummary.box><p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p></@errorSummary.box>
  <#else>
    <div class="${(message.type == "success")?then("portal-success", "portal-notice")}" role="status">
      <p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p></div>
  </#if>
</#macro>
