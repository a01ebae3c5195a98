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

    /** The account that Keycloak finds, if it finds one. */
    static Candidate found(Optional<UserModel> user) {
        return new Candidate(user, Errors.USER_NOT_FOUND);
    }

    /** A pending account that claims the address, if there is one. */
    static Candidate claimant(Optional<UserModel> user) {
        return new Candidate(user, SignInError.NO_CLAIMANT.eventError());
    }

    /** The error of the event that says that nobody comes in as this account. */
    String error() {
        return user.isPresent() ? Errors.INVALID_USER_CREDENTIALS : absent;
    }
}
