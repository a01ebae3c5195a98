package org.childrensportal.keycloak.password;

import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/**
 * An account whose password Keycloak's provider compares, and leaves as it is. Keycloak 26.7 makes
 * a hash anew that is not as the policy wants it, once the request is committed: it looks for the
 * account by its id and writes over whatever password it has by then ({@code
 * rehashPasswordIfRequired}), so that the one before another that was chosen meanwhile would be
 * back. It does not find this one; {@link Rehash} makes the hash.
 */
final class ComparedUser extends UserModelDelegate {

    private static final String NOBODY = "portal-compared";

    ComparedUser(UserModel user) {
        super(user);
    }

    @Override
    public String getId() {
        return NOBODY;
    }
}
