<#ftl output_format="plainText">
<#function nameOf action>
  <#local key = "requiredAction." + action>
  <#return (msg(key) == key)?then(msg("portalOtherAction"), msg(key))>
</#function>
${msg("portalActionsWhat", realmName!)}

<#list requiredActions![] as action>
- ${nameOf(action)}
</#list>

${msg("portalActionsLink")}

${link}

${msg("portalLinkExpires", linkExpirationFormatter(linkExpiration))}

${msg("portalActionsNotYou")}
