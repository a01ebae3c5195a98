<#-- The frame of every page. Signature and sections are Keycloak's, so that pages of its base theme render in it too. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false title="" step=0 backUrl="" wide=false>
<#local service = (realm.displayName)!"Account">
<#local heading><#nested "header"></#local>
<#local failed = message?? && message.type == "error">
<#local pageTitle = title?has_content?then(title?esc?markup_string, heading?markup_string?replace("<[^>]*>", "", "r")?trim)>
<!DOCTYPE html>
<html class="govuk-template" lang="${lang!"en"}">
<head>
  <meta charset="utf-8">
  <title><#if failed>${msg("portalErrorPrefix")} </#if><#if pageTitle?has_content>${pageTitle?no_esc} - </#if><#if step gt 0>${msg("portalStep", step)} - </#if>${service}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="robots" content="noindex, nofollow">
  <link rel="icon" href="data:,">
  <#if url??><link rel="stylesheet" href="${url.resourcesPath}/css/portal.css">
  <script type="module" src="${url.resourcesPath}/js/portal.js"></script></#if>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link">${msg("portalSkip")}</a>
<header class="portal-header"><div class="govuk-width-container">
  <span class="portal-header__name">${service}</span>
</div></header>
<div class="govuk-width-container">
  <#if backUrl?has_content><a href="${backUrl}" class="govuk-back-link">${msg("portalBack")}</a></#if>
  <main class="govuk-main-wrapper" id="main-content">
    <div class="govuk-grid-row"><div class="govuk-grid-column-${wide?then("full", "two-thirds")}">
      <#if displayMessage && message?? && message.summary?has_content>
        <#if failed>
          <@errorBox><p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p></@errorBox>
        <#else>
          <div class="${(message.type == "success")?then("portal-success", "portal-notice")}" role="status"><p class="govuk-body">${kcSanitize(message.summary)?no_esc}</p></div>
        </#if>
      </#if>
      <#nested "errors">
      <#if step gt 0><p class="govuk-caption-l">${msg("portalStep", step)}</p></#if>
      <h1 class="govuk-heading-l">${heading}</h1>
      <#nested "form">
      <#nested "socialProviders">
      <#if displayInfo><div class="govuk-body"><#nested "info"></div></#if>
    </div></div>
  </main>
</div>
<footer class="portal-footer"><div class="govuk-width-container">
  <p class="govuk-body-s"><a class="govuk-link" href="${properties.contactUrl!}">${msg("portalContact")}</a></p>
</div></footer>
</body>
</html>
</#macro>

<#macro errorBox>
<div class="govuk-error-summary" data-focus tabindex="-1"><div role="alert">
  <h2 class="govuk-error-summary__title">${msg("portalProblem")}</h2>
  <div class="govuk-error-summary__body"><#nested></div>
</div></div>
</#macro>
