<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("portalRegisteredWhat", realmName!)}</p>
<p>${msg("portalRegisteredSignIn")}</p>
<#if home?has_content><p>${home}</p></#if>
<p>${msg("portalRegisteredForgotten")}</p>
<p>${msg("portalRegisteredNotYou")}</p>
</@layout.emailLayout>
