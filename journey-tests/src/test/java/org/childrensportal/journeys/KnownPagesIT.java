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

    /** The portal has its own, which the walk meets. */
    private static final Set<String> OURS =
            Set.of(
                    "code.ftl",
                    "delete-account-confirm.ftl",
                    "delete-credential.ftl",
                    "error.ftl",
                    "frontchannel-logout.ftl",
                    "info.ftl",
                    "login-config-totp.ftl",
                    "login-otp.ftl",
                    "login-page-expired.ftl",
                    "login-reset-otp.ftl",
                    "login-reset-password.ftl",
                    "login-update-password.ftl",
                    "login-update-profile.ftl",
                    "login.ftl",
                    "logout-confirm.ftl",
                    "template.ftl",
                    "terms.ftl");

    /**
     * Keycloak's, in the portal's frame: parts of pages, and pages that the realm does not offer.
     */
    private static final Set<String> IN_OUR_FRAME =
            Set.of(
                    "cli_splash.ftl",
                    "footer.ftl",
                    "idp-review-user-profile.ftl",
                    "link-idp-action.ftl",
                    "login-idp-link-confirm-override.ftl",
                    "login-idp-link-confirm.ftl",
                    "login-idp-link-email.ftl",
                    "login-oauth-grant.ftl",
                    "login-oauth2-device-verify-user-code.ftl",
                    "login-verify-email.ftl",
                    "login-x509-info.ftl",
                    "password-commons.ftl",
                    "register-commons.ftl",
                    "select-authenticator.ftl",
                    "select-organization.ftl",
                    "theme-resources.ftl",
                    "update-email.ftl",
                    "user-profile-commons.ftl");

    /** Keycloak's, with scripts in them and Keycloak's policy; the realm offers none of them. */
    private static final Set<String> SCRIPTED =
            Set.of(
                    "login-passkeys-conditional-authenticate.ftl",
                    "login-password.ftl",
                    "login-recovery-authn-code-config.ftl",
                    "login-recovery-authn-code-input.ftl",
                    "login-username.ftl",
                    "passkeys.ftl",
                    "register.ftl",
                    "saml-post-form.ftl",
                    "webauthn-authenticate.ftl",
                    "webauthn-error.ftl",
                    "webauthn-register.ftl");

    @Test
    @DisplayName("are all known")
    void known() throws IOException {
        Set<String> known = new TreeSet<>(OURS);
        known.addAll(IN_OUR_FRAME);
        known.addAll(SCRIPTED);
        assertThat(pages()).isEqualTo(known);
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
