package org.childrensportal.keycloak.claim;

import java.util.Optional;

/**
 * What an account has of addresses at one moment.
 *
 * @param own the address of the account itself
 * @param verified whether that is proven, or vouched for
 * @param claim the address that the account claims
 */
record Addresses(Optional<String> own, boolean verified, Optional<String> claim) {

    static final Addresses NONE = new Addresses(Optional.empty(), false, Optional.empty());

    Addresses(String own, boolean verified, String claim) {
        this(present(own), verified, present(claim));
    }

    private static Optional<String> present(String address) {
        return Optional.ofNullable(address).filter(text -> !text.isBlank());
    }

    /** The address that a code is sent to. */
    Optional<String> toProve() {
        return claim.or(this::own);
    }

    boolean hasAny() {
        return toProve().isPresent();
    }

    Addresses withoutClaim() {
        return new Addresses(own, verified, Optional.empty());
    }
}
