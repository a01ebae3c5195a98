package org.childrensportal.keycloak.domain.emailcode;

import java.time.Instant;

/**
 * What is stored about the newest code of an account. The code itself never is.
 *
 * @param account the account's id
 * @param codeId the id of this code, new for every code
 * @param address the address that the code was sent to
 * @param seal the keyed hash of the code ({@link CodeSeal}), empty if the mail could not be sent
 * @param keyId the id of the key that it was sealed under; under another key it is void
 * @param expires when the code expires
 * @param guesses how many guesses have been counted for this code
 */
public record CodeState(
        String account,
        String codeId,
        String address,
        String seal,
        String keyId,
        Instant expires,
        int guesses) {

    /** Whether somebody could still enter this code for {@code claimedAddress}. */
    boolean isLive(String claimedAddress, int guessLimit, Instant now) {
        return isFor(claimedAddress) && now.isBefore(expires) && guesses < guessLimit;
    }

    boolean isFor(String claimedAddress) {
        return !seal.isEmpty() && address.equals(claimedAddress);
    }
}
