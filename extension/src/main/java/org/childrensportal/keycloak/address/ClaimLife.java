package org.childrensportal.keycloak.address;

import java.util.Optional;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.domain.address.EmailAddress;

/**
 * The life of an address claim: what each event makes of an account's addresses. The table is in
 * {@code docs/address-claims.md}. Addresses are compared in the form of {@code EmailAddress}.
 */
final class ClaimLife {

    /** How a person's account can be found when they sign in. */
    enum SignIn {
        BY_NAME,
        BY_ADDRESS_ONLY
    }

    /** What an edit comes to. */
    sealed interface Decision {}

    /** The account is to have these addresses. */
    record Becomes(Addresses addresses) implements Decision {}

    /** The edit is refused, with a message at a field. */
    record Refused(String field, AddressError error) implements Decision {}

    /** The field of the account's own address. */
    static final String OWN_FIELD = "email";

    private ClaimLife() {}

    /**
     * Somebody registers with {@code address}, or changes to it before the earlier one is proven.
     */
    static Addresses claims(String address) {
        return new Addresses(Optional.empty(), false, Optional.of(address));
    }

    /** The address is proven by its code, or somebody vouches for it who may. */
    static Addresses proves(Addresses before) {
        return new Addresses(before.toProve().map(ClaimLife::inForm), true, Optional.empty());
    }

    /** An address from another service may be written in another form. */
    private static String inForm(String address) {
        return EmailAddress.read(address).map(EmailAddress::text).orElse(address);
    }

    /** Another account has proven the address, so this account only claims it. */
    static Addresses loses(Addresses before) {
        return new Addresses(Optional.empty(), false, before.toProve());
    }

    /**
     * A person has edited their own profile. They can still correct the address that they typed.
     */
    static Addresses personEdits(Addresses before, Addresses edited) {
        boolean typed = !edited.own().equals(before.own());
        return typed && edited.own().isPresent() && !edited.verified()
                ? new Addresses(edited.own(), false, edited.own())
                : edited;
    }

    /** An administrator has edited the account, from {@code before} to {@code edited}. */
    static Decision administratorEdits(Addresses before, Addresses edited, SignIn signIn) {
        if (edited.own().isPresent()) {
            return givesAddress(before, edited);
        }
        if (edited.claim().isPresent()) {
            return new Becomes(edited.verified() ? proves(edited) : edited);
        }
        if (signIn == SignIn.BY_ADDRESS_ONLY && before.hasAny()) {
            return new Refused(
                    before.claim().isPresent() ? AddressClaim.ATTRIBUTE : OWN_FIELD,
                    AddressError.NEEDED);
        }
        return edited.verified() && !before.verified()
                ? new Refused(OWN_FIELD, AddressError.NOTHING_TO_VERIFY)
                : new Becomes(Addresses.NONE);
    }

    private static Decision givesAddress(Addresses before, Addresses edited) {
        boolean given = !edited.own().equals(before.own());
        boolean claimTyped =
                edited.claim().isPresent()
                        && !edited.claim().equals(before.claim())
                        && !edited.claim().equals(edited.own());
        if (!given && claimTyped) {
            return new Refused(AddressClaim.ATTRIBUTE, AddressError.BESIDE_ADDRESS);
        }
        boolean mayBeChanged = !given && !edited.verified() && edited.claim().equals(edited.own());
        return new Becomes(mayBeChanged ? edited : edited.withoutClaim());
    }
}
