<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("portalPasswordChangedWhat", realmName!)}</p>
<p>${msg("portalPasswordChangedYou")}</p>
<p>${msg("portalPasswordChangedNotYou")}</p>
</@layout.emailLayout>
