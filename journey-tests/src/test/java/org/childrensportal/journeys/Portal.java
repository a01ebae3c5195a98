package org.childrensportal.journeys;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.MailCatcher;
import org.childrensportal.local.PortalFiles;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The portal under test: one real server and one real mail catcher for the whole suite. */
final class Portal implements AutoCloseable {

    private static final String CALLBACK = "http://localhost:8081/callback";

    private final MailCatcher mail = MailCatcher.start(0);
    private final KeycloakServer server;

    private Portal() {
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        Path.of("target/server"),
                        PortalFiles.ofTheBuild(),
                        List.of(),
                        System.out::println);
        server =
                KeycloakServer.start(
                        installation,
                        KeycloakServer.freePort(),
                        Map.of(
                                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                                "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin",
                                "PORTAL_SMTP_HOST", "127.0.0.1",
                                "PORTAL_SMTP_PORT", String.valueOf(mail.port())));
    }

    /** A new person arrives from the relying application at the sign-in page. */
    Page signIn() {
        return signIn("");
    }

    /** The same with more parameters on the authorization request, beginning with an ampersand. */
    Page signIn(String parameters) {
        return new Browserless(server.address()).get(authorization(parameters));
    }

    /** The relying application's authorization request. */
    String authorization(String parameters) {
        // The challenge of RFC 7636, appendix B.
        return server.address()
                + "/realms/portal/protocol/openid-connect/auth?client_id=portal-web"
                + "&response_type=code&scope=openid&state=s&redirect_uri="
                + Browserless.encode(CALLBACK)
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256"
                + parameters;
    }

    AdminConsole admin() {
        return new AdminConsole(server.address());
    }

    int mailCount() {
        return mail.mails().size();
    }

    /** The code in the newest mail to {@code address}. */
    String codeFor(String address) {
        return mail.mails().stream()
                .filter(sent -> MailCatcher.text(sent).contains("To: " + address))
                .reduce((older, newer) -> newer)
                .flatMap(MailCatcher::code)
                .orElseThrow(() -> new AssertionError("no code was mailed to " + address));
    }

    @Override
    public void close() {
        server.close();
        mail.close();
    }

    /** Gives tests the portal, and closes it after the last one. */
    static final class Provider implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Portal.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Portal.class, type -> new Portal(), Portal.class);
        }
    }
}
