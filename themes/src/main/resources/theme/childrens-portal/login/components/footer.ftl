<#--
  <@footer>      the foot of every page: a council's links
-->
<#assign links = [
  ["contactUrl", "portalContact"],
  ["accessibilityUrl", "portalAccessibility"],
  ["privacyUrl", "portalPrivacy"],
  ["cookiesUrl", "portalCookies"]
]>

<#macro footer>
  <footer class="portal-footer"><div class="govuk-width-container">
    <ul class="portal-footer__links">
      <#list links as link>
        <#if properties[link[0]]?has_content><li><a class="govuk-link" href="${properties[link[0]]}">${msg(link[1])}</a></li></#if>
      </#list>
    </ul>
  </div></footer>
</#macro>
