package org.childrensportal.keycloak.mail;

import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/**
 * A user as Keycloak's template provider reads one, with another address or another language than
 * the account's own.
 */
public final class MailRecipient extends UserModelDelegate {

    private final Optional<String> address;
    private final Optional<Locale> language;

    private MailRecipient(UserModel user, Optional<String> address, Optional<Locale> language) {
        super(user);
        this.address = address;
        this.language = language;
    }

    /**
     * Has all of {@code user} read into Keycloak's cache, which reads attributes when they are
     * first asked for (26.7): the mail can then be written in another transaction without the
     * database.
     */
    public static void fetch(UserModel user) {
        user.getAttributes();
    }

    /** {@code user}, mailed at {@code address}, which need not be the account's own yet. */
    public static MailRecipient at(String address, UserModel user) {
        return new MailRecipient(user, Optional.of(address), Optional.empty());
    }

    /** {@code user}, mailed in the language of the page that had the mail sent. */
    public static MailRecipient reading(Locale language, UserModel user) {
        return new MailRecipient(user, Optional.empty(), Optional.of(language));
    }

    @Override
    public String getEmail() {
        return address.orElseGet(super::getEmail);
    }

    @Override
    public String getFirstAttribute(String name) {
        return UserModel.LOCALE.equals(name) && language.isPresent()
                ? language.get().toLanguageTag()
                : super.getFirstAttribute(name);
    }
}
