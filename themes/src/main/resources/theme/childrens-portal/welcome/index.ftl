<#-- Keycloak gives its home page neither messages nor a language: the texts are settings of the theme, see theme.properties. -->
<#-- The style sheet is the sign-in page's, which comes next: fetched once. -->
<#assign locales = properties.locales?split(",")>
<#assign first = locales[0]>
<#function text language key><#return properties[language + "." + key]></#function>
<!DOCTYPE html>
<html class="govuk-template" lang="${first}">
<head>
  <meta charset="utf-8">
  <title>${text(first, "title")} - ${properties.serviceName}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <link rel="icon" href="data:,">
  <meta name="portal-policy" content="strict">
  <link rel="stylesheet" href="${resourcesPath?replace("/welcome/.*", "/login/childrens-portal", "r")}/${properties.assets}/css/portal.css">
  <#if properties.brandStylesheet?has_content><link rel="stylesheet" href="${resourcesPath}/${properties.brandStylesheet}"></#if>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link">${text(first, "skip")}</a>
<header class="portal-header"><div class="govuk-width-container">
  <#if properties.logo?has_content>
    <img class="portal-header__logo" src="${resourcesPath}/${properties.logo}" alt="${properties.logoText!}">
  </#if>
  <span class="portal-header__name">${properties.serviceName}</span>
</div></header>
<div class="govuk-width-container">
  <main class="govuk-main-wrapper" id="main-content">
    <#list locales as language>
    <#assign title = (language == first)?then("h1", "h2") subtitle = (language == first)?then("h2", "h3")>
    <div lang="${language}" <#if language != first>class="portal-other-language"</#if>>
      <${title} class="govuk-heading-l">${text(language, "welcome")?replace("{0}", properties.serviceName)}</${title}>
      <p class="govuk-body">${text(language, "worried")}
        <a class="govuk-link" href="${properties.contactUrl}">${text(language, "contact")}</a>.</p>
      <section aria-labelledby="account-${language}">
        <${subtitle} class="govuk-heading-m" id="account-${language}">
          <a class="govuk-link" href="${baseUrl}${properties.accountPath}">${text(language, "account")}</a></${subtitle}>
        <p class="govuk-body">${text(language, "accountText")}</p>
      </section>
    </div>
    </#list>
  </main>
</div>
<footer class="portal-footer"><div class="govuk-width-container"><ul class="portal-footer__links">
  <#list locales as language><#list ["contactUrl", "accessibilityUrl", "privacyUrl", "cookiesUrl"] as link>
    <#if properties[link]?has_content>
      <li lang="${language}"><a class="govuk-link" href="${properties[link]}">${text(language, link)}</a></li>
    </#if>
  </#list></#list>
</ul></div></footer>
</body>
</html>
