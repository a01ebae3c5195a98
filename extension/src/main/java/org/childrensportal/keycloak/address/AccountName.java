package org.childrensportal.keycloak.address;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The user names of accounts. One that is the account's address, or stands in for one, follows the
 * address. Any other is the account's own, and stays whatever becomes of the address.
 */
final class AccountName {

    /** Begins the name of an account that registration made. */
    static final String PENDING = "pending-";

    /**
     * Begins the name of an account that has lost its address. Such an account is never removed.
     */
    private static final String NAMELESS = "account-";

    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** No other account has a user name of this form. */
    private static final Pattern PENDING_NAME = Pattern.compile(PENDING + UUID_TEXT);

    private static final Pattern NAMELESS_NAME = Pattern.compile(NAMELESS + UUID_TEXT);

    private AccountName() {}

    static String pending(UUID account) {
        return PENDING + account;
    }

    static String nameless() {
        return NAMELESS + KeycloakModelUtils.generateId();
    }

    /** Whether registration gave an account the name {@code username}. */
    static boolean isPending(String username) {
        return PENDING_NAME.matcher(username).matches();
    }

    /** Whether {@code username} stands in for an address, so that nobody signs in by it. */
    static boolean isPlaceholder(String username) {
        return isPending(username) || NAMELESS_NAME.matcher(username).matches();
    }

    /** Whether an account with {@code addresses} has {@code username} for itself. */
    static boolean isOwn(String username, Addresses addresses) {
        return !isPlaceholder(username)
                && Stream.of(addresses.own(), addresses.claim())
                        .flatMap(Optional::stream)
                        .noneMatch(address -> isSame(username, address));
    }

    /** In the form of an address: other services and user stores spell both as they like. */
    private static boolean isSame(String username, String address) {
        return username.equalsIgnoreCase(address)
                || EmailAddress.read(username)
                        .filter(name -> EmailAddress.read(address).filter(name::equals).isPresent())
                        .isPresent();
    }
}
