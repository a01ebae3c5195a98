<#--
  The head of every page: title, style sheets, script, and what the page may do.

  <@head>
    title        of the page, as mark-up
    service      its name
    step         of registration, 0 on other pages
    failed       whether the page comes back with an error
-->

<#-- Keycloak's own pages with scripts in them (26.7), which keep Keycloak's policy. -->
<#assign scripted = [
  "webauthn-authenticate.ftl",
  "webauthn-register.ftl",
  "webauthn-error.ftl",
  "passkeys.ftl",
  "login-passkeys-conditional-authenticate.ftl",
  "login-recovery-authn-code-config.ftl",
  "login-recovery-authn-code-input.ftl",
  "saml-post-form.ftl",
  "login-password.ftl",
  "login-username.ftl",
  "register.ftl"
]>

<#macro head title service step failed>
<head>
  <meta charset="utf-8">
  <title><#if failed>${msg("portalErrorPrefix")} </#if><#t>
    <#if title?has_content>${title?no_esc} - </#if><#t>
    <#if step gt 0>${msg("portalStep", step)} - </#if>${service}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="icon" href="data:,">
  <#-- Tells PortalSecurityHeaders what the page may do. -->
  <#if !scripted?seq_contains(.main_template_name)>
    <meta name="portal-policy" content="${(.main_template_name == "frontchannel-logout.ftl")?then("frames", "strict")}">
  </#if>
  <#if url??>
    <link rel="stylesheet" href="${url.resourcesPath}/${properties.assets}/css/portal.css">
    <#if properties.brandStylesheet?has_content>
      <link rel="stylesheet" href="${url.resourcesPath}/${properties.brandStylesheet}">
    </#if>
    <script type="module" src="${url.resourcesPath}/${properties.assets}/js/portal.js"></script>
  </#if>
  <#--
    Keycloak (26.7) writes a script before the end of the head of a page that answers a form.
    Here it lands in a comment, which portal.js reads.
  -->
  <template id="page-address"><!--</head>--></template>
</head>
</#macro>
