<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("portalClosedWhat", realmName!)}</p>
<p>${msg("portalClosedYou")}</p>
<p>${msg("portalClosedNotYou")}</p>
</@layout.emailLayout>
