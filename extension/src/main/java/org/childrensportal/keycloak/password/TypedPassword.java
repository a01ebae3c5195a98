package org.childrensportal.keycloak.password;

import java.util.List;
import org.childrensportal.keycloak.domain.password.PasswordText;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.PasswordUserCredentialModel;

/**
 * A password to be compared in every spelling in which it may have been hashed, see {@link
 * ComposedPassword}. A refusal costs a hash for each of them: whoever compares so computes as many
 * where there is nothing to compare with, or the time tells that there is an account. Everybody
 * else's comparison ({@link org.keycloak.models.UserCredentialModel#password}) costs one hash, as
 * Keycloak's own steps take for granted.
 */
@SuppressWarnings("deprecation") // The type that user stores may look for (Keycloak 26.7).
public final class TypedPassword extends PasswordUserCredentialModel {

    private final List<String> spellings;

    /**
     * @param typed what was typed; empty is nobody's password
     */
    public TypedPassword(String typed) {
        super("", PasswordCredentialModel.TYPE, typed, false);
        this.spellings = new PasswordText(typed).spellings();
    }

    /** Each spelling that is compared, in this order; the first is the one that is hashed today. */
    public List<String> spellings() {
        return spellings;
    }
}
