package org.childrensportal.keycloak.reset;

import java.util.Locale;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** A user who reads mail in the language of the page that had it sent. */
final class Reader extends UserModelDelegate {

    private final Locale locale;

    Reader(UserModel user, Locale locale) {
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
