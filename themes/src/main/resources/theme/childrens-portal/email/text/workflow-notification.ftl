<#ftl output_format="plainText">
<#if messageKey == "customMessage">
${customMessage}
<#else>
${msg(messageKey, daysRemaining, reason)}
</#if>
