package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("The history of passwords")
class PasswordHistoryRowsIT {

    private static final String RULES = "portal-minimum-length(14) and portal-digit";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";
    private String policy;

    PasswordHistoryRowsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void rememberPolicy() {
        policy = admin.realm().passwordPolicy();
    }

    @AfterEach
    void restorePolicy() {
        set(policy);
    }

    private void set(String changed) {
        assertThat(admin.realm().setPasswordPolicy(changed).statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("counts for an administrator too, who changes it over REST")
    void administrator() {
        String id = userWithPasswords(1, 10);
        for (int earlier = 0; earlier <= 8; earlier++) {
            assertRefused(id, 10 - earlier);
        }
        assertAccepted(id, 1);
    }

    @Test
    @DisplayName("is short for somebody who has had few passwords")
    void fewPasswords() {
        String id = userWithPasswords(1, 2);
        assertRefused(id, 2);
        assertRefused(id, 1);
        assertAccepted(id, 3);
    }

    @Test
    @DisplayName("is shorter from the moment at which the setting is lowered")
    void lowered() {
        String id = userWithPasswords(1, 6);
        set(RULES + " and passwordHistory(2)");
        assertRefused(id, 6);
        assertRefused(id, 4);
        assertAccepted(id, 3);
    }

    @Test
    @DisplayName("is longer when the setting is raised, as far as earlier passwords were kept")
    void raised() {
        set(RULES + " and passwordHistory(2)");
        String id = userWithPasswords(1, 4);
        set(RULES + " and passwordHistory(8)");
        assertRefused(id, 2);
        // Not kept when the setting was 2: nobody can know it.
        assertAccepted(id, 1);
        assertAccepted(id, 5);
        assertRefused(id, 2);
    }

    @Test
    @DisplayName(
            "counts rows that were imported, hashed by another algorithm, or by an unknown one")
    void importedRows() throws GeneralSecurityException {
        List<String> rows = new ArrayList<>();
        rows.add(row("password", "pbkdf2-sha256", password(3), 3));
        rows.add(row("password-history", "pbkdf2-sha512", password(2), 2));
        rows.add(row("password-history", "gone-with-the-old-server", password(1), 1));
        var created =
                admin.send(
                        "POST",
                        "/users",
                        """
                        {"username": "%1$s", "email": "%1$s", "enabled": true, "firstName": "Ann",
                         "lastName": "Lee", "attributes": {"professional": ["false"]},
                         "credentials": [%2$s]}
                        """
                                .formatted(address, String.join(",", rows)));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id = admin.people().userId(address);
        assertRefused(id, 3);
        assertRefused(id, 2);
        assertAccepted(id, 4);
    }

    @Test
    @DisplayName("costs no hashing for a password that breaks a rule, and stops at the first match")
    void hashComputations() {
        set(RULES + " and passwordHistory(8) and hashAlgorithm(test-counting)");
        String id = userWithPasswords(1, 9);
        int brokenRule = hashesOf(() -> admin.people().resetPassword(id, "short"));
        int current = hashesOf(() -> assertRefused(id, 9));
        int newest = hashesOf(() -> assertRefused(id, 8));
        int oldest = hashesOf(() -> assertRefused(id, 1));
        int noMatch = hashesOf(() -> assertAccepted(id, 10));
        System.out.printf(
                "Hash computations: broken rule %d, current %d, newest earlier %d, oldest earlier"
                        + " %d, accepted %d%n",
                brokenRule, current, newest, oldest, noMatch);
        assertThat(brokenRule).isZero();
        assertThat(current).isEqualTo(1);
        assertThat(newest).isEqualTo(2);
        assertThat(oldest).isEqualTo(9);
        // Nine comparisons and the new hash.
        assertThat(noMatch).isEqualTo(10);
    }

    private int hashesOf(Runnable change) {
        int before = portal.hashesComputed();
        change.run();
        return portal.hashesComputed() - before;
    }

    /** A user who has had these passwords, one after the other. */
    private String userWithPasswords(int first, int last) {
        String id = admin.people().createUser(address, password(first));
        for (int number = first + 1; number <= last; number++) {
            assertAccepted(id, number);
        }
        return id;
    }

    private void assertAccepted(String id, int number) {
        var answer = admin.people().resetPassword(id, password(number));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private void assertRefused(String id, int number) {
        var answer = admin.people().resetPassword(id, password(number));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalidPasswordHistoryMessage");
    }

    private static String password(int number) {
        return "Another-Password-" + number;
    }

    private static String row(String type, String algorithm, String password, long day)
            throws GeneralSecurityException {
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        int iterations = 1_000;
        String function = algorithm.endsWith("512") ? "SHA512" : "SHA256";
        int bits = algorithm.endsWith("512") ? 512 : 256;
        byte[] hash =
                SecretKeyFactory.getInstance("PBKDF2WithHmac" + function)
                        .generateSecret(
                                new PBEKeySpec(password.toCharArray(), salt, iterations, bits))
                        .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        return """
        {"type": "%s", "createdDate": %d,
         "credentialData": "{\\"hashIterations\\":%d,\\"algorithm\\":\\"%s\\"}",
         "secretData": "{\\"value\\":\\"%s\\",\\"salt\\":\\"%s\\"}"}
        """
                .formatted(
                        type,
                        day * 86_400_000,
                        iterations,
                        algorithm,
                        base64.encodeToString(hash),
                        base64.encodeToString(salt));
    }
}
