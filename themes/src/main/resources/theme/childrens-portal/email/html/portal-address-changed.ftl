<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("portalAddressChangedWhat", realmName!, masked)}</p>
<p>${msg("portalAddressChangedYou")}</p>
<p>${msg("portalAddressChangedNotYou")}</p>
<p><a href="${link}">${link}</a></p>
<p>${msg("portalAddressChangedThen")}</p>
<p>${msg("portalAddressChangedEnds", ends)}</p>
</@layout.emailLayout>
