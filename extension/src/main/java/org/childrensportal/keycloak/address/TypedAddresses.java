package org.childrensportal.keycloak.address;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The addresses that were typed into a profile, in the form in which they are kept. A text that is
 * no address stays as it is, and the validators refuse it.
 *
 * @param names the attributes that hold addresses
 */
record TypedAddresses(Set<String> names) {

    static TypedAddresses of(RealmModel realm) {
        return new TypedAddresses(
                realm.isRegistrationEmailAsUsername()
                        ? Set.of(UserModel.EMAIL, AddressClaim.ATTRIBUTE, UserModel.USERNAME)
                        : Set.of(UserModel.EMAIL, AddressClaim.ATTRIBUTE));
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

    private static Object read(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().filter(Objects::nonNull).map(TypedAddresses::text).toList()
                : Optional.ofNullable(value).map(TypedAddresses::text).orElse(null);
    }

    private static String text(Object typed) {
        String text = typed.toString();
        return EmailAddress.read(text).map(EmailAddress::text).orElse(text);
    }
}
