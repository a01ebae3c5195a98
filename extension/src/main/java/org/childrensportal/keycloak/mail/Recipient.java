package org.childrensportal.keycloak.mail;

import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** A user to whom mail goes at an address that is not the account's own yet. */
public final class Recipient extends UserModelDelegate {

    private final String address;

    /** The {@code user}, at {@code address}. */
    public Recipient(UserModel user, String address) {
        super(user);
        this.address = address;
    }

    @Override
    public String getEmail() {
        return address;
    }
}
