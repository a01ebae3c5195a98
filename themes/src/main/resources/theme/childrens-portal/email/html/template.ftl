<#-- The frame of every mail, Keycloak's own too: no pictures, nothing from elsewhere, readable in dark mode. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${(locale.toLanguageTag())!"en"}" dir="${(ltr!true)?then("ltr", "rtl")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject!realmName!""}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 0; background: #ffffff; color: #1a1c1e; }
a { color: ${properties.linkColour}; }
@media (prefers-color-scheme: dark) {
  body { background: #1a1c1e !important; color: #f1f4f5 !important; }
  a { color: ${properties.linkColourDark} !important; }
}
</style>
</head>
<body style="font-family:Helvetica,Arial,sans-serif;font-size:18px;line-height:1.4">
<div role="banner"
  style="background:${properties.brandColour};color:#ffffff;padding:16px 20px;font-size:20px;font-weight:bold">${realmName!""}</div>
<div role="main" style="max-width:34em;padding:10px 20px 30px;overflow-wrap:anywhere">
<#nested>
</div>
</body>
</html>
</#macro>
