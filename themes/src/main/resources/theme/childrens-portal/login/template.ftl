<#-- The frame of every page. Signature and sections are Keycloak's, so that pages of its base theme render in it too. -->
<#assign scripted = ["webauthn-authenticate.ftl", "webauthn-register.ftl", "webauthn-error.ftl", "passkeys.ftl", "login-passkeys-conditional-authenticate.ftl",
  "login-recovery-authn-code-config.ftl", "login-recovery-authn-code-input.ftl", "saml-post-form.ftl", "login-password.ftl", "login-username.ftl", "register.ftl"]>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false title="" step=0 backUrl="" wide=false>
<#local service = (realm.displayName)!"Account">
<#local heading><#nested "header"></#local>
<#local failed = message?? && message.type == "error">
<#local pageTitle = title?has_content?then(title?esc?markup_string, heading?markup_string?replace("<[^>]*>", "", "r")?trim)>
<#compress><!DOCTYPE html>
<html class="govuk-template" lang="${lang!"en"}" dir="${((locale.rtl)!false)?then("rtl", "ltr")}">
<head>
  <meta charset="utf-8">
  <title><#if failed>${msg("portalErrorPrefix")} </#if><#if pageTitle?has_content>${pageTitle?no_esc} - </#if><#if step gt 0>${msg("portalStep", step)} - </#if>${service}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="icon" href="data:,">
  <#-- Tells PortalSecurityHeaders what the page may do; Keycloak's own pages with scripts in them keep Keycloak's policy. -->
  <#if !scripted?seq_contains(.main_template_name)><meta name="portal-policy" content="${(.main_template_name == "frontchannel-logout.ftl")?then("frames", "strict")}"></#if>
  <#if url??><link rel="stylesheet" href="${url.resourcesPath}/${properties.assets}/css/portal.css">
  <#if properties.brandStylesheet?has_content><link rel="stylesheet" href="${url.resourcesPath}/${properties.brandStylesheet}"></#if>
  <script type="module" src="${url.resourcesPath}/${properties.assets}/js/portal.js"></script></#if>
  <#-- Keycloak writes a script before the end of the head of a page that answers a form. Here it lands in a comment, which portal.js reads. -->
  <template id="page-address"><!--</head>--></template>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link">${msg("portalSkip")}</a>
<header class="portal-header"><div class="govuk-width-container">
  <#if properties.logo?has_content && url??><img class="portal-header__logo" src="${url.resourcesPath}/${properties.logo}" alt="${properties.logoText!}"></#if>
  <span class="portal-header__name">${service}</span>
  <#if realm?? && realm.internationalizationEnabled!false && (locale.supported)?? && locale.supported?size gt 1>
    <nav class="portal-languages" aria-label="${msg("portalLanguages")}"><ul>
      <#list locale.supported as language><li><#if language.languageTag == lang!""><span aria-current="true" lang="${language.languageTag}">${language.label}</span><#else><a href="${language.url}" lang="${language.languageTag}" hreflang="${language.languageTag}" data-keep-answers>${language.label}</a></#if></li></#list>
    </ul></nav>
  </#if>
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
      <h1 class="govuk-heading-l">${heading?markup_string?trim?has_content?then(heading, service)}</h1>
      <#nested "form">
      <#nested "socialProviders">
      <#if displayInfo><div class="govuk-body"><#nested "info"></div></#if>
    </div></div>
  </main>
</div>
<footer class="portal-footer"><div class="govuk-width-container">
  <ul class="portal-footer__links">
    <#list [["contactUrl", "portalContact"], ["accessibilityUrl", "portalAccessibility"], ["privacyUrl", "portalPrivacy"], ["cookiesUrl", "portalCookies"]] as link>
      <#if properties[link[0]]?has_content><li><a class="govuk-link" href="${properties[link[0]]}">${msg(link[1])}</a></li></#if>
    </#list>
  </ul>
</div></footer>
</body>
</html></#compress>
</#macro>

<#macro errorBox>
<div class="govuk-error-summary" data-focus tabindex="-1"><div role="alert">
  <h2 class="govuk-error-summary__title">${msg("portalProblem")}</h2>
  <div class="govuk-error-summary__body"><#nested></div>
</div></div>
</#macro>

<#-- The home page is where the server's own paths begin, which is not always "/" (http-relative-path). -->
<#macro home><p class="govuk-body"><a class="govuk-link" href="${((url.resourcesPath)!"/")?replace("/resources/.*", "/", "r")}">${msg("portalHome")}</a></p></#macro>
