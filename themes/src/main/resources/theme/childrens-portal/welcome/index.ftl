<!DOCTYPE html>
<html class="govuk-template" lang="en">
<head>
  <meta charset="utf-8">
  <title>Home - ${properties.serviceName}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <link rel="icon" href="data:,">
  <meta name="portal-policy" content="strict">
  <link rel="stylesheet" href="${resourcesPath}/${properties.assets}/css/portal.css">
  <#if properties.brandStylesheet?has_content><link rel="stylesheet" href="${resourcesPath}/${properties.brandStylesheet}"></#if>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link">Skip to main content</a>
<header class="portal-header"><div class="govuk-width-container"><#if properties.logo?has_content><img class="portal-header__logo" src="${resourcesPath}/${properties.logo}" alt="${properties.logoText!}"></#if><span class="portal-header__name">${properties.serviceName}</span></div></header>
<div class="govuk-width-container">
  <main class="govuk-main-wrapper" id="main-content">
    <h1 class="govuk-heading-l">Welcome to the ${properties.serviceName}</h1>
    <p class="govuk-body">If you are worried about the safety or wellbeing of a child or young person, <a class="govuk-link" href="${properties.contactUrl}">please contact us</a>.</p>
    <section aria-labelledby="account">
      <h2 class="govuk-heading-m" id="account"><a class="govuk-link" href="${baseUrl}${properties.accountPath}">My account</a></h2>
      <p class="govuk-body">Sign in, or register for a new account.</p>
    </section>
  </main>
</div>
<footer class="portal-footer"><div class="govuk-width-container"><ul class="portal-footer__links">
  <#list [["contactUrl", "Contact us"], ["accessibilityUrl", "Accessibility statement"], ["privacyUrl", "Privacy"], ["cookiesUrl", "Cookies"]] as link>
    <#if properties[link[0]]?has_content><li><a class="govuk-link" href="${properties[link[0]]}">${link[1]}</a></li></#if>
  </#list>
</ul></div></footer>
</body>
</html>
