package org.childrensportal.keycloak.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The key of the seals. It is derived from the realm's own HMAC key, so it is the same on every
 * node and has to be configured nowhere. Rotating the realm's key makes the codes void that have
 * been sent and not entered yet.
 */
public final class RealmKey {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE =
            "childrens-portal e-mail code v1".getBytes(StandardCharsets.US_ASCII);

    private RealmKey() {}

    /** The seal of a realm. */
    public static CodeSeal seal(KeycloakSession session, RealmModel realm) {
        return seal(session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512));
    }

    /**
     * The seals of every key that the realm has kept, for what works longer than a code: it does so
     * until an earlier key is switched off.
     */
    public static List<CodeSeal> everySeal(KeycloakSession session, RealmModel realm) {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.HS512)
                .filter(key -> key.getStatus().isEnabled())
                .map(RealmKey::seal)
                .toList();
    }

    private static CodeSeal seal(KeyWrapper realmKey) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(realmKey.getSecretKey().getEncoded(), HMAC));
            return new CodeSeal(new SecretKeySpec(mac.doFinal(PURPOSE), HMAC), realmKey.getKid());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
