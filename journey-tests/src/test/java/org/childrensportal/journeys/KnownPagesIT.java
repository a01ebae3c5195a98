package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Fails when another version of Keycloak brings a page that nobody has looked at. */
@DisplayName("The pages that Keycloak has")
class KnownPagesIT {

    private static final Pattern PAGE = Pattern.compile("theme/base/login/([^/]+\\.ftl)");

    /** The portal has its own, of its components; the walk meets them. */
    private static final Set<String> OURS =
            Set.of(
                    "code.ftl",
                    "delete-account-confirm.ftl",
                    "delete-credential.ftl",
                    "error.ftl",
                    "frontchannel-logout.ftl",
                    "idp-review-user-profile.ftl",
                    "info.ftl",
                    "link-idp-action.ftl",
                    "login.ftl",
                    "login-config-totp.ftl",
                    "login-idp-link-confirm.ftl",
                    "login-idp-link-confirm-override.ftl",
                    "login-idp-link-email.ftl",
                    "login-oauth-grant.ftl",
                    "login-oauth2-device-verify-user-code.ftl",
                    "login-otp.ftl",
                    "login-page-expired.ftl",
                    "login-passkeys-conditional-authenticate.ftl",
                    "login-password.ftl",
                    "login-recovery-authn-code-config.ftl",
                    "login-recovery-authn-code-input.ftl",
                    "login-reset-otp.ftl",
                    "login-reset-password.ftl",
                    "login-update-password.ftl",
                    "login-update-profile.ftl",
                    "login-username.ftl",
                    "login-verify-email.ftl",
                    "login-x509-info.ftl",
                    "logout-confirm.ftl",
                    "saml-post-form.ftl",
                    "select-authenticator.ftl",
                    "select-organization.ftl",
                    "template.ftl",
                    "terms.ftl",
                    "update-email.ftl",
                    "webauthn-authenticate.ftl",
                    "webauthn-error.ftl",
                    "webauthn-register.ftl");

    /** Parts of Keycloak's own pages, which nobody meets by themselves. */
    private static final Set<String> PARTS =
            Set.of(
                    "cli_splash.ftl",
                    "footer.ftl",
                    "passkeys.ftl",
                    "password-commons.ftl",
                    "register-commons.ftl",
                    "theme-resources.ftl",
                    "user-profile-commons.ftl");

    /** Keycloak's page in our frame: met only where the flow of registration is Keycloak's. */
    private static final String KEYCLOAKS = "register.ftl";

    private static final Path THEME =
            Path.of("../themes/src/main/resources/theme/childrens-portal/login");

    @Test
    @DisplayName("are all known")
    void known() throws IOException {
        Set<String> known = new TreeSet<>(OURS);
        known.addAll(PARTS);
        known.add(KEYCLOAKS);
        assertThat(pages()).isEqualTo(known);
    }

    @Test
    @DisplayName("are the portal's own, without a script, a style or a class of Keycloak's in them")
    void ours() {
        assertThat(OURS)
                .allSatisfy(
                        page ->
                                assertThat(THEME.resolve(page))
                                        .content()
                                        .doesNotContain("<script", "style=", "properties.kc")
                                        .doesNotContainPattern(" on[a-z]+=\""));
    }

    private static Set<String> pages() throws IOException {
        try (ZipInputStream distribution =
                new ZipInputStream(
                        Files.newInputStream(Path.of(System.getProperty("portal.distribution"))))) {
            for (ZipEntry entry = distribution.getNextEntry();
                    entry != null;
                    entry = distribution.getNextEntry()) {
                if (entry.getName().matches(".*/org.keycloak.keycloak-themes-[0-9.]+\\.jar")) {
                    return pages(distribution);
                }
            }
        }
        throw new AssertionError("no themes in the distribution");
    }

    private static Set<String> pages(InputStream themes) throws IOException {
        Set<String> pages = new TreeSet<>();
        ZipInputStream jar = new ZipInputStream(themes);
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            var page = PAGE.matcher(entry.getName());
            if (page.matches()) {
                pages.add(page.group(1));
            }
        }
        return pages;
    }
}
