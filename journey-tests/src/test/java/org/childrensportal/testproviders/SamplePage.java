package org.childrensportal.testproviders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * Renders pages of Keycloak that the portal's realm does not lead to, by Keycloak's own provider of
 * pages, with data of the shape that Keycloak gives them. Installed by the tests only.
 */
public final class SamplePage implements RealmResourceProvider {

    private static final Map<String, Object> PROFILE =
            Map.of(
                    "html5DataAnnotations",
                    Map.of(),
                    "attributes",
                    List.of(
                            Map.of(
                                    "name",
                                    "email",
                                    "displayName",
                                    "${email}",
                                    "required",
                                    true,
                                    "readOnly",
                                    false,
                                    "multivalued",
                                    false,
                                    "value",
                                    "ann@example.com",
                                    "annotations",
                                    Map.of(),
                                    "html5DataAnnotations",
                                    Map.of())));

    /** What Keycloak tells a page with a passkey (26.7). */
    private static final Map<String, Object> PASSKEY =
            Map.of(
                    "challenge", "AAAA",
                    "rpId", "localhost",
                    "userVerification", "not specified",
                    "createTimeout", 0,
                    "isUserIdentified", "true",
                    "shouldDisplayAuthenticators", true,
                    "authenticatorAttachment", "not specified",
                    "authenticators",
                            Map.of(
                                    "authenticators",
                                    List.of(Map.of("credentialId", "AAAA", "label", "Phone"))));

    private static final Map<String, Map<String, Object>> DATA =
            Map.ofEntries(
                    Map.entry("login-username", Map.of()),
                    Map.entry("login-password", Map.of("signedInAs", "ann@example.com")),
                    Map.entry("webauthn-authenticate", PASSKEY),
                    Map.entry("login-passkeys-conditional-authenticate", PASSKEY),
                    Map.entry("webauthn-error", Map.of("isAppInitiatedAction", true)),
                    Map.entry(
                            "webauthn-register",
                            Map.ofEntries(
                                    Map.entry("challenge", "AAAA"),
                                    Map.entry("userid", "AAAA"),
                                    Map.entry("username", "ann@example.com"),
                                    Map.entry("signatureAlgorithms", List.of(-7L, -257L)),
                                    Map.entry("rpEntityName", "portal"),
                                    Map.entry("rpId", "localhost"),
                                    Map.entry("attestationConveyancePreference", "not specified"),
                                    Map.entry("authenticatorAttachment", "not specified"),
                                    Map.entry("requireResidentKey", "not specified"),
                                    Map.entry("userVerificationRequirement", "not specified"),
                                    Map.entry("createTimeout", 0),
                                    Map.entry("excludeCredentialIds", ""))),
                    Map.entry(
                            "login-recovery-authn-code-config",
                            Map.of(
                                    "recoveryAuthnCodesConfigBean",
                                    Map.of(
                                            "generatedRecoveryAuthnCodesList",
                                            List.of("ABCDEFGHIJKL", "MNOPQRSTUVWX"),
                                            "generatedRecoveryAuthnCodesAsString",
                                            "ABCDEFGHIJKL,MNOPQRSTUVWX",
                                            "generatedAt",
                                            1L))),
                    Map.entry(
                            "login-recovery-authn-code-input",
                            Map.of("recoveryAuthnCodesInputBean", Map.of("codeNumber", 3))),
                    Map.entry(
                            "saml-post-form",
                            Map.of(
                                    "samlPost",
                                    Map.of(
                                            "url",
                                            "https://council.example/saml",
                                            "SAMLRequest",
                                            "AAAA"))),
                    Map.entry("code", Map.of("code", Map.of("success", true, "code", "abc"))),
                    Map.entry("delete-account-confirm", Map.of("triggered_from_aia", true)),
                    Map.entry("delete-credential", Map.of("credentialLabel", "Phone")),
                    Map.entry("terms", Map.of()),
                    Map.entry(
                            "frontchannel-logout", Map.of("logout", Map.of("clients", List.of()))),
                    Map.entry("idp-review-user-profile", Map.of("profile", PROFILE)),
                    Map.entry("link-idp-action", Map.of("idpDisplayName", "Council")),
                    Map.entry("login-idp-link-confirm", Map.of("idpDisplayName", "Council")),
                    Map.entry(
                            "login-idp-link-confirm-override", Map.of("idpDisplayName", "Council")),
                    Map.entry(
                            "login-idp-link-email",
                            Map.of(
                                    "idpDisplayName",
                                    "Council",
                                    "brokerContext",
                                    Map.of("username", "ann"))),
                    Map.entry(
                            "login-oauth-grant",
                            Map.of(
                                    "oauth",
                                    Map.of(
                                            "code",
                                            "abc",
                                            "clientScopesRequested",
                                            List.of(
                                                    Map.of(
                                                            "consentScreenText",
                                                            "${emailScopeConsentText}"))))),
                    Map.entry("login-oauth2-device-verify-user-code", Map.of()),
                    Map.entry(
                            "login-reset-otp",
                            Map.of(
                                    "configuredOtpCredentials",
                                    Map.of(
                                            "selectedCredentialId",
                                            "1",
                                            "userOtpCredentials",
                                            List.of(
                                                    Map.of("id", "1", "userLabel", "Phone"),
                                                    Map.of("id", "2", "userLabel", "Tablet"))))),
                    Map.entry(
                            "login-verify-email",
                            Map.of("user", Map.of("email", "ann@example.com"))),
                    Map.entry(
                            "login-x509-info",
                            Map.of(
                                    "x509",
                                    Map.of(
                                            "formData",
                                            Map.of(
                                                    "subjectDN", "CN=Ann",
                                                    "username", "ann",
                                                    "isUserEnabled", true)))),
                    Map.entry(
                            "select-authenticator",
                            Map.of(
                                    "auth",
                                    Map.of(
                                            "authenticationSelections",
                                            List.of(
                                                    Map.of(
                                                            "authExecId", "1",
                                                            "iconCssClass",
                                                                    "kcAuthenticatorOTPClass",
                                                            "displayName", "otp-display-name",
                                                            "helpText", "otp-help-text"))))),
                    Map.entry(
                            "select-organization",
                            Map.of(
                                    "user",
                                    Map.of(
                                            "organizations",
                                            List.of(
                                                    Map.of(
                                                            "alias", "council", "name",
                                                            "Council"))))),
                    Map.entry("update-email", Map.of("profile", PROFILE)));

    private final KeycloakSession session;

    SamplePage(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** The page that is made by the template {@code name}, without its ending. */
    @GET
    @Path("page/{name}")
    public Response page(@PathParam("name") String name) {
        RealmModel realm = session.getContext().getRealm();
        session.getContext().setClient(realm.getClientByClientId("portal-web"));
        LoginFormsProvider form =
                session.getProvider(LoginFormsProvider.class)
                        .setActionUri(session.getContext().getUri().getRequestUri());
        DATA.get(name).forEach(form::setAttribute);
        return form.createForm(name + ".ftl");
    }

    /** Fails as a fault in Keycloak does. */
    @GET
    @Path("fault")
    public Response fault() {
        throw new IllegalStateException("a fault, for the tests");
    }

    @Override
    public void close() {
        // nothing is held
    }
}
