<#--
  <@registration.address>, a function: the address of the first page of registration itself.
  Without the step, the server redirects there.
-->
<#function address>
  <#return url.registrationUrl + url.registrationUrl?contains("?")?then("&", "?") + "step=details">
</#function>
