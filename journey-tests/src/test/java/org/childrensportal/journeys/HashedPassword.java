package org.childrensportal.journeys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords that another server has hashed, as Keycloak imports them. */
final class HashedPassword {

    /** The algorithm of the tests that counts its hashes. */
    static final String COUNTING = "test-counting";

    private static final String SALT = "0123456789abcdef";
    private static final int ITERATIONS = 1_000;

    private HashedPassword() {}

    /**
     * One row of a user's representation.
     *
     * @param type {@code password} or {@code password-history}
     * @param algorithm Keycloak's name of it; one that is not known is hashed by some other
     * @param password what was hashed, in the very spelling
     * @param day when it was set, in days since 1970
     */
    static String row(String type, String algorithm, String password, long day) {
        return """
        {"type": "%s", "createdDate": %d,
         "credentialData": "{\\"hashIterations\\":%d,\\"algorithm\\":\\"%s\\"}",
         "secretData": "{\\"value\\":\\"%s\\",\\"salt\\":\\"%s\\"}"}
        """
                .formatted(
                        type,
                        day * 86_400_000,
                        ITERATIONS,
                        algorithm,
                        algorithm.equals(COUNTING)
                                ? counting(password)
                                : pbkdf2(algorithm, password),
                        Base64.getEncoder()
                                .encodeToString(SALT.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The hash that {@link #COUNTING} computes. */
    static String counting(String password) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pbkdf2(String algorithm, String password) {
        String function = algorithm.endsWith("512") ? "SHA512" : "SHA256";
        int bits = algorithm.endsWith("512") ? 512 : 256;
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            SecretKeyFactory.getInstance("PBKDF2WithHmac" + function)
                                    .generateSecret(
                                            new PBEKeySpec(
                                                    password.toCharArray(),
                                                    SALT.getBytes(StandardCharsets.US_ASCII),
                                                    ITERATIONS,
                                                    bits))
                                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
