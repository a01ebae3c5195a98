<#--
  The frame of every page. Signature and sections are Keycloak's, so that pages of its base theme render in it too.

  <@registrationLayout>
    displayMessage  whether what Keycloak has to say about the whole page stands above the heading
    displayInfo     whether the page has a section "info"
    title           of the window, if it is not the heading
    step            of registration, 0 on other pages
    backUrl         of the page before, empty if there is none
    wide            whether the page takes the whole width
-->
<#import "components/back-link.ftl" as back>
<#import "components/banner.ftl" as banner>
<#import "components/footer.ftl" as foot>
<#import "components/head.ftl" as top>
<#import "components/header.ftl" as bar>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false
    title="" step=0 backUrl="" wide=false>
<#local service = (realm.displayName)!"Account">
<#local heading><#nested "header"></#local>
<#local failed = message?? && message.type == "error">
<#local pageTitle = title?has_content?then(title?esc?markup_string, heading?markup_string?replace("<[^>]*>", "", "r")?trim)>
<#compress><!DOCTYPE html>
<html class="govuk-template" lang="${lang!"en"}" dir="${((locale.rtl)!false)?then("rtl", "ltr")}">
<@top.head title=pageTitle service=service step=step failed=failed/>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link">${msg("portalSkip")}</a>
<@bar.header service/>
<div class="govuk-width-container">
  <@back.link backUrl/>
  <main class="govuk-main-wrapper" id="main-content">
    <div class="govuk-grid-row"><div class="govuk-grid-column-${wide?then("full", "two-thirds")}">
      <#if displayMessage && message?? && message.summary?has_content><@banner.message message/></#if>
      <#nested "errors">
      <#if step gt 0><p class="govuk-caption-l">${msg("portalStep", step)}</p></#if>
      <h1 class="govuk-heading-l">${heading?markup_string?trim?has_content?then(heading, service)}</h1>
      <#nested "form">
      <#nested "socialProviders">
      <#if displayInfo><div class="govuk-body"><#nested "info"></div></#if>
    </div></div>
  </main>
</div>
<@foot.footer/>
</body>
</html></#compress>
</#macro>
