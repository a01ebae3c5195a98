<#--
  Somebody whom the service knows already signs in (Keycloak's "usernameHidden").

  name()         who: see SignedInAs. Keycloak's own sign-in steps tell what was typed
  <@another>     to sign in as somebody else. Keycloak ends the session of this one
-->
<#function name><#return signedInAs!(auth.attemptedUsername)!""></#function>

<#macro another>
  <p class="govuk-body"><a class="govuk-link" id="reset-login" href="${url.loginRestartFlowUrl}">${msg("portalUseAnother")}</a></p>
</#macro>
