package org.childrensportal.keycloak.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;

/**
 * What a browser keeps to show which accounts have signed in from it: a random name of the browser,
 * and for each of the newest few accounts a keyed hash of both. Nobody can read from it whose
 * accounts these are; it can only be checked for a given one.
 *
 * @param device 32 hexadecimal digits
 * @param marks 64 hexadecimal digits each, newest first
 * @see <a
 *     href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP,
 *     device cookies</a>
 */
record DeviceCookie(String device, List<String> marks) {

    /** How many accounts a browser remembers; a further one replaces the oldest. */
    private static final int ACCOUNTS = 5;

    private static final String KIND = "known-device";
    private static final int DEVICE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{32}(\\.[0-9a-f]{64}){1," + ACCOUNTS + "}");

    /** Of a browser that no account has signed in from yet. */
    static DeviceCookie fresh() {
        byte[] device = new byte[DEVICE_BYTES];
        RANDOM.nextBytes(device);
        return new DeviceCookie(HexFormat.of().formatHex(device), List.of());
    }

    /** What a browser sent, if that is such a cookie's value at all. */
    static Optional<DeviceCookie> read(String value) {
        if (!FORM.matcher(value).matches()) {
            return Optional.empty();
        }
        String[] parts = value.split("\\.");
        return Optional.of(
                new DeviceCookie(
                        parts[0], List.copyOf(Arrays.asList(parts).subList(1, parts.length))));
    }

    /** The cookie's value. */
    String value() {
        return device + "." + String.join(".", marks);
    }

    /** The same browser once {@code account} has signed in. */
    DeviceCookie signedIn(String account, CodeSeal seal) {
        String mark = mark(account, seal);
        return new DeviceCookie(
                device,
                Stream.concat(Stream.of(mark), marks.stream().filter(other -> !other.equals(mark)))
                        .limit(ACCOUNTS)
                        .toList());
    }

    /** Whether {@code account} has signed in from this browser. */
    boolean isOf(String account, CodeSeal seal) {
        byte[] mark = mark(account, seal).getBytes(StandardCharsets.US_ASCII);
        return marks.stream()
                .anyMatch(
                        other ->
                                MessageDigest.isEqual(
                                        mark, other.getBytes(StandardCharsets.US_ASCII)));
    }

    private String mark(String account, CodeSeal seal) {
        return seal.hash(KIND, account, device);
    }
}
