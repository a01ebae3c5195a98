<#ftl output_format="plainText">
${msg("portalRegisteredWhat", realmName!)}

${msg("portalRegisteredSignIn")}
<#if home?has_content>

${home}
</#if>

${msg("portalRegisteredForgotten")}

${msg("portalRegisteredNotYou")}
