package org.childrensportal.keycloak.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of {@code PORTAL_USE}: one permit as it counts for one of its subjects. Times are in
 * milliseconds.
 */
@Entity
@Table(name = "PORTAL_USE")
public class PermitEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "CLAIM_ID", nullable = false)
    private String permitId;

    @Column(name = "SUBJECT_KEY", nullable = false)
    private String subjectKey;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "USED_AT", nullable = false)
    private long grantedAt;

    @Column(name = "FORGET_AT", nullable = false)
    private long forgetAt;

    /** For the persistence provider. */
    protected PermitEntity() {}
}
