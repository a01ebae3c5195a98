package org.childrensportal.keycloak.domain.address;

import java.util.Optional;

/**
 * The addresses of an account at one moment.
 *
 * @param own the address of the account itself
 * @param verified whether it is proven, or somebody has vouched for it
 * @param claim the address that the account claims
 */
public record Addresses(Optional<String> own, boolean verified, Optional<String> claim) {

    /** Of an account that has none. */
    public static final Addresses NONE = new Addresses(Optional.empty(), false, Optional.empty());

    /** The addresses as Keycloak keeps them: null or blank where there is none. */
    public Addresses(String own, boolean verified, String claim) {
        this(present(own), verified, present(claim));
    }

    private static Optional<String> present(String address) {
        return Optional.ofNullable(address).filter(text -> !text.isBlank());
    }

    /** The address that a code is sent to. */
    public Optional<String> toProve() {
        return claim.or(this::own);
    }

    /** Whether the account has an address of its own that is proven. */
    public boolean isProven() {
        return verified && own.isPresent();
    }

    /** Whether there is an address to prove. */
    public boolean hasAny() {
        return toProve().isPresent();
    }

    /** The same without the claim. */
    public Addresses withoutClaim() {
        return new Addresses(own, verified, Optional.empty());
    }
}
