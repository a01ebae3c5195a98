<#--
  To the page before.

  <@link>
    href         empty: there is none
-->
<#macro link href>
  <#if href?has_content><a href="${href}" class="govuk-back-link">${msg("portalBack")}</a></#if>
</#macro>
