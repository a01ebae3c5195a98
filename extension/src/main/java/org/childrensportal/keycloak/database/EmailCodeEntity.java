package org.childrensportal.keycloak.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.childrensportal.keycloak.domain.emailcode.CodeState;

/**
 * A row of {@code PORTAL_EMAIL_CODE}: the newest code of one account. Times are in milliseconds.
 */
@Entity
@Table(name = "PORTAL_EMAIL_CODE")
public class EmailCodeEntity {

    @Id
    @Column(name = "USER_ID", length = 255)
    private String userId;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "CODE_ID", nullable = false)
    private String codeId;

    @Column(name = "ADDRESS", nullable = false)
    private String address;

    @Column(name = "SEAL")
    private String seal;

    @Column(name = "KEY_ID", nullable = false)
    private String keyId;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    @Column(name = "GUESSES", nullable = false)
    private int guesses;

    /** For the persistence provider. */
    protected EmailCodeEntity() {}

    EmailCodeEntity(String realmId, CodeState state) {
        this.userId = state.account();
        this.realmId = realmId;
        this.codeId = state.codeId();
        this.address = state.address();
        this.seal = state.seal();
        this.keyId = state.keyId();
        this.expiresAt = state.expires().toEpochMilli();
        this.guesses = state.guesses();
    }

    CodeState state() {
        return new CodeState(
                userId,
                codeId,
                address,
                seal == null ? "" : seal,
                keyId,
                Instant.ofEpochMilli(expiresAt),
                guesses);
    }
}
