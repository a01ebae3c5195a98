package org.childrensportal.testproviders;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;

/** A hash algorithm for tests that counts how often it is computed. Worth nothing else. */
final class CountingHash implements PasswordHashProvider {

    static final String ID = "test-counting";
    static final AtomicInteger COMPUTED = new AtomicInteger();

    /** A hash that is held stops here until it is let go. */
    static final Semaphore HELD = new Semaphore(0);

    /** Whether the next hash is held, is being held, or none is. */
    static final AtomicReference<Hold> HOLD = new AtomicReference<>(Hold.NONE);

    /** What becomes of a hash. */
    enum Hold {
        NONE,
        /** The next new one is held. */
        NEXT,
        /** The next password that is compared is held, once that is done. */
        COMPARISON,
        HELD
    }

    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return ID.equals(credential.getPasswordCredentialData().getAlgorithm());
    }

    @Override
    public PasswordCredentialModel encodedCredential(String password, int iterations) {
        if (HOLD.compareAndSet(Hold.NEXT, Hold.HELD)) {
            HELD.acquireUninterruptibly();
        }
        return PasswordCredentialModel.createFromValues(ID, new byte[0], 1, hash(password));
    }

    @Override
    public boolean verify(String password, PasswordCredentialModel credential) {
        boolean same = hash(password).equals(credential.getPasswordSecretData().getValue());
        if (HOLD.compareAndSet(Hold.COMPARISON, Hold.HELD)) {
            HELD.acquireUninterruptibly();
        }
        return same;
    }

    private static String hash(String password) {
        COMPUTED.incrementAndGet();
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
