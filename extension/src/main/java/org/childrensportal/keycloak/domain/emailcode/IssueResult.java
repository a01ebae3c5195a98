package org.childrensportal.keycloak.domain.emailcode;

import java.time.Instant;

/** What came of asking for a new code. */
public sealed interface IssueResult {

    /** Sends to one address are counted. */
    String ADDRESS = "sends-to-address";

    /** Sends to one address that one network asks for are counted. */
    String ADDRESS_BY_NETWORK = "sends-to-mailbox-by-network";

    /** Sends for one account are counted. */
    String ACCOUNT = "sends-for-account";

    /** Sends asked for by one client address are counted. */
    String CLIENT = "sends-by-client";

    /**
     * A new code, committed and ready to be mailed. Earlier codes of the account are void.
     *
     * @param code the code to mail
     * @param state what is stored about it
     * @param permitId the permit that was granted for sending it
     */
    record Issued(EmailCode code, CodeState state, String permitId) implements IssueResult {}

    /**
     * No new code yet, and the earlier one is as it was.
     *
     * @param limited whose limit is reached: {@link #ADDRESS}, {@link #ADDRESS_BY_NETWORK}, {@link
     *     #ACCOUNT} or {@link #CLIENT}
     * @param next when the next code is possible
     */
    record TooSoon(String limited, Instant next) implements IssueResult {}
}
