package org.childrensportal.keycloak.address;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.childrensportal.keycloak.database.StoredText;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The addresses that were typed into a profile, in the form in which they are kept. A text that is
 * no address stays as it is, and the validators refuse it.
 *
 * @param names the attributes that hold addresses
 * @param stored what the database can store; an address with anything else is none
 */
record TypedAddresses(Set<String> names, StoredText stored) {

    /** No validator takes it in an address. */
    private static final String NO_PART_OF_AN_ADDRESS = "<";

    static TypedAddresses of(RealmModel realm, StoredText stored) {
        return new TypedAddresses(
                realm.isRegistrationEmailAsUsername()
                        ? Set.of(UserModel.EMAIL, AddressClaim.ATTRIBUTE, UserModel.USERNAME)
                        : Set.of(UserModel.EMAIL, AddressClaim.ATTRIBUTE),
                stored);
    }

    /** The same attributes, a text or a list of texts each. */
    Map<String, Object> read(Map<String, ?> attributes) {
        Map<String, Object> read = new HashMap<>();
        if (attributes != null) {
            attributes.forEach(
                    (name, value) -> read.put(name, isAddress(name) ? read(value) : value));
        }
        return read;
    }

    private boolean isAddress(String name) {
        return names.contains(
                name.startsWith(Constants.USER_ATTRIBUTES_PREFIX)
                        ? name.substring(Constants.USER_ATTRIBUTES_PREFIX.length())
                        : name);
    }

    private Object read(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().filter(Objects::nonNull).map(this::text).toList()
                : Optional.ofNullable(value).map(this::text).orElse(null);
    }

    private String text(Object typed) {
        String text = stored.storable(typed.toString(), NO_PART_OF_AN_ADDRESS);
        return EmailAddress.read(text).map(EmailAddress::text).orElse(text);
    }
}
