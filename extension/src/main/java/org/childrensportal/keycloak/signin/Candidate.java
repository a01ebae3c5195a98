package org.childrensportal.keycloak.signin;

import java.util.Optional;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/**
 * An account that may be meant by somebody who signs in.
 *
 * @param user the account, if there is one
 * @param absent the error of the event that is written if there is none
 */
record Candidate(Optional<UserModel> user, String absent) {

    /** Nobody claims the address. */
    static final Candidate NO_CLAIMANT = new Candidate(Optional.empty(), "portal_no_claim");

    /** What Keycloak finds. */
    static Candidate found(Optional<UserModel> user) {
        return new Candidate(user, Errors.USER_NOT_FOUND);
    }

    /** A pending account that claims the address. */
    static Candidate claimant(UserModel user) {
        return new Candidate(Optional.of(user), NO_CLAIMANT.absent());
    }

    /** What an event calls it that nobody comes in as this account. */
    String error() {
        return user.isPresent() ? Errors.INVALID_USER_CREDENTIALS : absent;
    }
}
