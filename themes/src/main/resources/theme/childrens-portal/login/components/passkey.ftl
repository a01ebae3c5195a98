<#--
  Passkeys (WebAuthn). passkey.js does what Keycloak's own scripts do: those need a script in the page, which its policy does not allow.
  Without a script there is no button, and what a page says in its place.

  <@signIn>      a form of its own, with its button
    kind         of the button
    unasked      how the browser may offer one before the button is pressed ("mediation"), "none": not
  <@offer>       the same on a page that has another form, if passkeys are allowed
  <@save>        the settings and button of a form that saves one; the form's own fields are nested
    label        of the button
  <@list>        those that somebody has, which can be used here
-->

<#macro offer><#if enableWebAuthnConditionalUI?has_content><@signIn kind="secondary" unasked=mediation!"conditional"/></#if></#macro>

<#macro signIn kind="" unasked="none">
  <form id="webauth" action="${url.loginAction}" method="post" data-passkey="get" data-challenge="${challenge}" data-rp="${rpId}"
    data-verification="${userVerification}" data-timeout="${createTimeout?c}" data-mediation="${unasked}"
    data-attachment="${authenticatorAttachment!}" <#if isUserIdentified == "true">data-identified</#if>>
    <@hidden names=["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle"]/>
    <#list (authenticators.authenticators)![] as passkey><input type="hidden" data-allowed value="${passkey.credentialId}"></#list>
    <@start label=msg("portalPasskeySignIn") kind=kind/>
  </form>
</#macro>

<#macro save label>
  <div hidden data-passkey="create" data-challenge="${challenge}" data-rp="${rpId}" data-rp-name="${rpEntityName}" data-user="${userid}"
    data-user-name="${username}" data-algorithms="${signatureAlgorithms?map(number -> number?c)?join(",")}"
    data-attestation="${attestationConveyancePreference}" data-attachment="${authenticatorAttachment}"
    data-resident="${residentKey!}" data-resident-required="${requireResidentKey}" data-verification="${userVerificationRequirement}"
    data-timeout="${createTimeout?c}" data-excluded="${excludeCredentialIds}">
    <@hidden names=["clientDataJSON", "attestationObject", "publicKeyCredentialId", "transports", "authenticatorAttachment"]/>
    <#nested>
    <@start label=label kind=""/>
  </div>
</#macro>

<#macro list>
  <#if (shouldDisplayAuthenticators!false) && (authenticators.authenticators)?has_content>
    <p class="govuk-body">${msg("portalPasskeyYours")}</p>
    <ul class="govuk-list govuk-list--bullet">
      <#list authenticators.authenticators as passkey><li>${passkey.label!msg("portalPasskey")}</li></#list>
    </ul>
  </#if>
</#macro>

<#macro hidden names><#list names as name><input type="hidden" name="${name}"></#list></#macro>

<#macro start label kind>
  <div role="alert" data-passkey-failed="${msg("portalPasskeyFailed")}" data-passkey-unknown="${msg("portalPasskeyUnknown")}"></div>
  <button type="button" class="govuk-button <#if kind?has_content>govuk-button--${kind}</#if>" data-passkey-start hidden>${label}</button>
  <script type="module" src="${url.resourcesPath}/${properties.assets}/js/passkey.js"></script>
</#macro>
