package org.childrensportal.keycloak.mail;

import java.util.Locale;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** A user who reads mail in the language of the page that had it sent. */
public final class Reader extends UserModelDelegate {

    private final Locale locale;

    /** The {@code user}, reading in {@code locale}. */
    public Reader(UserModel user, Locale locale) {
        super(user);
        this.locale = locale;
    }

    @Override
    public String getFirstAttribute(String name) {
        return UserModel.LOCALE.equals(name)
                ? locale.toLanguageTag()
                : super.getFirstAttribute(name);
    }
}
