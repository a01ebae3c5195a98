<#--
  A link in a line of its own.

  <@line>
    href, label
    id           if it has one
  <@home>        to the home page, which is where the server's own paths begin, not always at "/" (http-relative-path)
-->
<#macro line href label id="">
  <p class="govuk-body"><a class="govuk-link" <#if id?has_content>id="${id}"</#if> href="${href}">${label}</a></p>
</#macro>

<#macro home>
  <@line href=((url.resourcesPath)!"/")?replace("/resources/.*", "/", "r") label=msg("portalHome")/>
</#macro>
