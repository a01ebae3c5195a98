package org.childrensportal.keycloak.addresschange;

import jakarta.ws.rs.core.UriBuilder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.database.RealmKey;
import org.childrensportal.keycloak.database.StoredChange;
import org.childrensportal.keycloak.database.StoredChanges;
import org.childrensportal.keycloak.domain.emailcode.CodeSeal;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;

/**
 * The way back from a change of address: a link that only the address before is mailed. Its key is
 * random, and stored as a keyed hash only.
 */
final class WayBack {

    /** How long a link works after it was mailed, and at least after the latest change. */
    static final Duration LIFE = Duration.ofDays(7);

    /** How long a link works at most: later changes prolong earlier links. */
    private static final Duration MOST = Duration.ofDays(30);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final String PURPOSE = "address-change";
    private static final String LINK = "linked-account";

    /** 16 hexadecimal characters tell the accounts apart that one person is linked to. */
    private static final int LINK_HASH = 16;

    /** What the column holds. */
    private static final int MOST_LINKS = 200;

    private final KeycloakSession session;
    private final RealmModel realm;

    WayBack(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Opens the way back to the address {@code previous}, in the request's transaction.
     *
     * @return the address of the page, with the key
     */
    String open(UserModel user, String previous, Instant now) {
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        new StoredChanges(session, realm.getId())
                .add(
                        new StoredChange(
                                RealmKey.seal(session, realm).hash(PURPOSE, key),
                                user.getId(),
                                previous,
                                links(user),
                                now,
                                now.plus(LIFE),
                                false),
                        MOST);
        return page(session, realm).queryParam(WayBackResource.KEY, key).build().toString();
    }

    /** The address of the page, without a key. */
    static UriBuilder page(KeycloakSession session, RealmModel realm) {
        return Urls.realmBase(session.getContext().getUri().getBaseUri())
                .path(realm.getName())
                .path(WayBackResourceFactory.ID);
    }

    /** The change that {@code key} belongs to. */
    Optional<StoredChange> find(String key) {
        List<String> hashes =
                RealmKey.everySeal(session, realm).stream()
                        .map(seal -> seal.hash(PURPOSE, key))
                        .toList();
        return new StoredChanges(session, realm.getId()).find(hashes);
    }

    private Set<String> links(UserModel user) {
        CodeSeal seal = RealmKey.seal(session, realm);
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(link -> hash(seal, link.getIdentityProvider(), link.getUserId()))
                .limit(MOST_LINKS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the account was linked to this account of another service at the change. */
    boolean wasLinked(StoredChange change, String provider, String account) {
        return RealmKey.everySeal(session, realm).stream()
                .anyMatch(seal -> change.links().contains(hash(seal, provider, account)));
    }

    private static String hash(CodeSeal seal, String provider, String account) {
        return seal.hash(LINK, provider, account).substring(0, LINK_HASH);
    }
}
