<#--
  Goes back to the application that asked for this action, with nothing changed. A form of its own, at Keycloak's address.

  <@form>
-->
<#import "button.ftl" as button>

<#macro form>
  <#if isAppInitiatedAction??>
    <form action="${url.loginAction}" method="post"><@button.cancel/></form>
  </#if>
</#macro>
