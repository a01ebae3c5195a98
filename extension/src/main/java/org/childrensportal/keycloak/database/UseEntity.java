package org.childrensportal.keycloak.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code PORTAL_USE}: one use of one subject that counts against its limits. */
@Entity
@Table(name = "PORTAL_USE")
public class UseEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "CLAIM_ID", nullable = false)
    private String claimId;

    @Column(name = "SUBJECT_KEY", nullable = false)
    private String subjectKey;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "USED_AT", nullable = false)
    private long usedAt;

    @Column(name = "FORGET_AT", nullable = false)
    private long forgetAt;

    /** For the persistence provider. */
    protected UseEntity() {}

    UseEntity(String claimId, String subjectKey, String realmId, long usedAt, long forgetAt) {
        this.id = UUID.randomUUID().toString();
        this.claimId = claimId;
        this.subjectKey = subjectKey;
        this.realmId = realmId;
        this.usedAt = usedAt;
        this.forgetAt = forgetAt;
    }
}
