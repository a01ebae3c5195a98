package org.childrensportal.keycloak.database;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is stored about a change of an account's address. The key of the way back never is.
 *
 * @param keyHash the keyed hash of the key
 * @param account the account's id
 * @param previous the address before
 * @param links hashes of the accounts at other services that the account was linked to
 * @param changed when it was changed
 * @param expires until when it can be changed back
 * @param used whether it was changed back, or another change back has made it void
 */
public record StoredChange(
        String keyHash,
        String account,
        String previous,
        Set<String> links,
        Instant changed,
        Instant expires,
        boolean used) {

    static StoredChange of(
            String keyHash,
            String account,
            String previous,
            String links,
            long changed,
            long expires,
            boolean used) {
        return new StoredChange(
                keyHash,
                account,
                previous,
                new TreeSet<>(Stream.of(links.split(",")).filter(link -> !link.isBlank()).toList()),
                Instant.ofEpochMilli(changed),
                Instant.ofEpochMilli(expires),
                used);
    }
}
