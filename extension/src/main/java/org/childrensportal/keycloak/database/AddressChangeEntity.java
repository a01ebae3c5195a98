package org.childrensportal.keycloak.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A row of {@code PORTAL_ADDRESS_CHANGE}: an account's address was changed, and can be changed
 * back. Times are in milliseconds.
 */
@Entity
@Table(name = "PORTAL_ADDRESS_CHANGE")
public class AddressChangeEntity {

    @Id
    @Column(name = "KEY_HASH", length = 64)
    private String keyHash;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "USER_ID", nullable = false)
    private String userId;

    @Column(name = "PREVIOUS_ADDRESS", nullable = false)
    private String previousAddress;

    @Column(name = "LINKS", nullable = false)
    private String links;

    @Column(name = "CHANGED_AT", nullable = false)
    private long changedAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    @Column(name = "USED_AT")
    private Long usedAt;

    /** For the persistence provider. */
    protected AddressChangeEntity() {}

    AddressChangeEntity(String realmId, StoredChange change, Instant changed) {
        this.keyHash = change.keyHash();
        this.realmId = realmId;
        this.userId = change.account();
        this.previousAddress = change.previous();
        this.links = String.join(",", change.links());
        this.changedAt = changed.toEpochMilli();
        this.expiresAt = change.expires().toEpochMilli();
        this.usedAt = change.used() ? changedAt : null;
    }

    StoredChange change() {
        return StoredChange.of(
                keyHash, userId, previousAddress, links, changedAt, expiresAt, usedAt != null);
    }
}
