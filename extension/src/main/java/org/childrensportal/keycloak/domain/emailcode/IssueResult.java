package org.childrensportal.keycloak.domain.emailcode;

import java.time.Instant;

/** What came of asking for a new code. */
public sealed interface IssueResult {

    /**
     * A new code, committed and ready to be mailed. Earlier codes of the account are dead.
     *
     * @param code the code to mail
     * @param state what is stored about it
     */
    record Issued(EmailCode code, CodeState state) implements IssueResult {}

    /**
     * No new code yet, and the earlier one is as it was.
     *
     * @param next when the next code can be had
     */
    record TooSoon(Instant next) implements IssueResult {}
}
