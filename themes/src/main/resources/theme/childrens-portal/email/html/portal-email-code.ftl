<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("portalEmailCodeFor", realmName!)}</p>
<p style="font-size:32px;font-weight:bold;letter-spacing:4px">${code}</p>
<p>${msg("portalEmailCodeEnds", ends)}</p>
<p>${msg("portalEmailCodeNever")}</p>
<p>${msg("portalEmailCodeNotYou")}</p>
</@layout.emailLayout>
