<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("portalResetWhat", realmName!)}</p>
<p><a href="${link}">${link}</a></p>
<p>${msg("portalResetEnds", linkExpirationFormatter(linkExpiration))}</p>
<p>${msg("portalResetNotYou")}</p>
</@layout.emailLayout>
