package org.childrensportal.keycloak.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of {@code PORTAL_LIMITED_SUBJECT}. Whoever asks for a permit that counts for the subject
 * locks it, so that requests are served one after the other. The key is a keyed hash.
 */
@Entity
@Table(name = "PORTAL_LIMITED_SUBJECT")
public class LimitedSubjectEntity {

    @Id
    @Column(name = "SUBJECT_KEY", length = 64)
    private String key;

    @Column(name = "REALM_ID", nullable = false)
    private String realmId;

    @Column(name = "FORGET_AT", nullable = false)
    private long forgetAt;

    /** For the persistence provider. */
    protected LimitedSubjectEntity() {}
}
