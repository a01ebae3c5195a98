package org.childrensportal.keycloak.domain.emailcode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.childrensportal.keycloak.domain.limit.Limit;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;

/**
 * The keyed hash (HMAC-SHA-256, RFC 2104) under which a code is stored. It covers the account, the
 * code's id and the address, so a seal is worth nothing for another account, code or address, and
 * without the key a stolen table cannot be searched for the hundred million codes.
 */
public final class CodeSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;
    private final String keyId;

    /**
     * Seals under {@code key}; any key that HMAC-SHA-256 accepts.
     *
     * @param keyId tells this key from those before and after it
     */
    public CodeSeal(SecretKey key, String keyId) {
        this.key = key;
        this.keyId = keyId;
    }

    /** The seal of {@code code}: 64 hexadecimal characters. */
    String seal(String account, String codeId, String address, EmailCode code) {
        return hash(account, codeId, address, code.digits());
    }

    /** The keyed hash of {@code parts}, in their order: 64 hexadecimal characters. */
    public String hash(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * A limited subject under the keyed hash of what is counted and whose it is.
     *
     * @param whose names that tell it from other subjects of the kind, such as a mailbox
     */
    public LimitedSubject limitedSubject(String kind, List<Limit> limits, String... whose) {
        String[] parts = Stream.concat(Stream.of(kind), Stream.of(whose)).toArray(String[]::new);
        return new LimitedSubject(kind, hash(parts), limits);
    }

    String keyId() {
        return keyId;
    }

    /** Whether {@code state} was sealed under this key; else its code is void. */
    boolean isUsedIn(CodeState state) {
        return keyId.equals(state.keyId());
    }

    /** Whether {@code code} has the seal in {@code state}; takes the same time either way. */
    boolean matches(CodeState state, EmailCode code) {
        String sealed = seal(state.account(), state.codeId(), state.address(), code);
        return MessageDigest.isEqual(
                sealed.getBytes(StandardCharsets.US_ASCII),
                state.seal().getBytes(StandardCharsets.US_ASCII));
    }
}
