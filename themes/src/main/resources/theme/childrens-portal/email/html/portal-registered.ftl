<!DOCTYPE html>
<html lang="${(locale.language)!"en"}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${realmName!}</title></head>
<body style="font-family:Helvetica,Arial,sans-serif;font-size:18px;line-height:1.4">
<p>${msg("portalRegisteredWhat", realmName!)}</p>
<p>${msg("portalRegisteredSignIn")}</p>
<#if home?has_content><p>${home}</p></#if>
<p>${msg("portalRegisteredForgotten")}</p>
<p>${msg("portalRegisteredNotYou")}</p>
</body>
</html>
