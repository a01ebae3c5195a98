<#--
  <@registration.address>, a function: the address of the first page of registration itself, which Keycloak would have to redirect to otherwise.
-->
<#function address>
  <#return url.registrationUrl + url.registrationUrl?contains("?")?then("&", "?") + "step=details">
</#function>
