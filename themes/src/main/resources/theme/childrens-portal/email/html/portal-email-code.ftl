<!DOCTYPE html>
<html lang="${(locale.language)!"en"}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${realmName!}</title></head>
<body style="font-family:Helvetica,Arial,sans-serif;font-size:18px;line-height:1.4">
<p>${msg("portalEmailCodeFor", realmName!)}</p>
<p style="font-size:32px;font-weight:bold;letter-spacing:4px">${code}</p>
<p>${msg("portalEmailCodeEnds", ends)}</p>
<p>${msg("portalEmailCodeNever")}</p>
<p>${msg("portalEmailCodeNotYou")}</p>
</body>
</html>
