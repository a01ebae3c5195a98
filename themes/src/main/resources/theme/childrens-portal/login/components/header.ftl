<#--
  The top of every page: a council's logo, the name of the service, the languages.

  <@header>
    service      its name
-->
<#macro header service>
  <header class="portal-header"><div class="govuk-width-container">
    <#if properties.logo?has_content && url??>
      <img class="portal-header__logo" src="${url.resourcesPath}/${properties.logo}" alt="${properties.logoText!}">
    </#if>
    <span class="portal-header__name">${service}</span>
    <#if realm?? && realm.internationalizationEnabled!false && (locale.supported)?? && locale.supported?size gt 1>
      <nav class="portal-languages" aria-label="${msg("portalLanguages")}"><ul>
        <#list locale.supported as language><li><@choice language/></li></#list>
      </ul></nav>
    </#if>
  </div></header>
</#macro>

<#macro choice language>
  <#if language.languageTag == lang!""><#t>
    <span aria-current="true" lang="${language.languageTag}">${language.label}</span><#t>
  <#else><#t>
    <a href="${language.url}" lang="${language.languageTag}" hreflang="${language.languageTag}" data-keep-answers><#t>
      ${language.label}</a><#t>
  </#if><#t>
</#macro>
