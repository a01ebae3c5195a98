<#import "template.ftl" as layout>
<@layout.emailLayout>
<#if messageKey == "customMessage">
<p>${kcSanitize(customMessage)?no_esc}</p>
<#else>
<p>${msg(messageKey, daysRemaining, reason)}</p>
</#if>
</@layout.emailLayout>
