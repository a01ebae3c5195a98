<#import "template.ftl" as layout>
<#function nameOf action>
  <#local key = "requiredAction." + action>
  <#return (msg(key) == key)?then(msg("portalOtherAction"), msg(key))>
</#function>
<@layout.emailLayout>
<p>${msg("portalActionsWhat", realmName!)}</p>
<ul>
<#list requiredActions![] as action>
<li>${nameOf(action)}</li>
</#list>
</ul>
<p>${msg("portalActionsLink")}</p>
<p><a href="${link}">${link}</a></p>
<p>${msg("portalLinkExpires", linkExpirationFormatter(linkExpiration))}</p>
<p>${msg("portalActionsNotYou")}</p>
</@layout.emailLayout>
