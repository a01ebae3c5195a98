<!DOCTYPE html>
<html lang="${(locale.language)!"en"}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${realmName!}</title></head>
<body style="font-family:Helvetica,Arial,sans-serif;font-size:18px;line-height:1.4">
<p>${msg("portalResetWhat", realmName!)}</p>
<p><a href="${link}">${link}</a></p>
<p>${msg("portalResetEnds", linkExpiration)}</p>
<p>${msg("portalResetNotYou")}</p>
</body>
</html>
