<#--
  How people leave a page about their account who did not come from the account page: see ActionPage.

  <@form>
-->
<#import "button.ftl" as button>

<#macro form>
  <#if !(backUrl!"")?has_content>
    <form action="${url.loginAction}" method="post"><@button.submit label=msg("portalGoOn") name=doneName value="true"/></form>
  </#if>
</#macro>
