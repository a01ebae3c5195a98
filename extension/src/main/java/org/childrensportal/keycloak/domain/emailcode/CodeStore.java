package org.childrensportal.keycloak.domain.emailcode;

import java.util.Optional;

/**
 * Where the state of codes is kept: one row an account. Every method that changes something is one
 * conditional statement that says whether it changed a row, so that of any number of parallel
 * callers, on any number of nodes, just one is told {@code true}.
 */
public interface CodeStore {

    /** The row of {@code account} as it is committed now. */
    Optional<CodeState> find(String account);

    /**
     * The row of {@code account} as this request sees it, at less cost. It may be behind what is
     * committed: only for what is shown. A request that has looked so changes the row no more: a
     * database that shows it what was committed when it first looked (MariaDB) may refuse that.
     */
    Optional<CodeState> seen(String account);

    /**
     * Writes {@code next} in place of the row with the code id {@code previousCodeId}, or as the
     * account's first row if that is empty. Is committed when this method returns.
     *
     * @return false if that row has changed meanwhile; nothing is written then
     */
    boolean replace(Optional<String> previousCodeId, CodeState next);

    /**
     * Counts one guess against the code, if it has had fewer than {@code limit}. Is committed when
     * this method returns, so the guess counts whatever happens next.
     *
     * @return false if the code has had all its guesses, or is no longer the newest
     */
    boolean countGuess(String account, String codeId, int limit);

    /**
     * Removes the code of {@code state}, if its address is the one that the account has to prove.
     * Belongs to the caller's transaction, so that the code is used up and the address confirmed
     * together or not at all.
     *
     * @return false if somebody else has used or replaced it meanwhile
     */
    boolean consume(CodeState state);
}
