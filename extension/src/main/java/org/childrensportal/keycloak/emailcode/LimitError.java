package org.childrensportal.keycloak.emailcode;

import java.util.Arrays;
import org.childrensportal.keycloak.domain.emailcode.CodeLimits;
import org.childrensportal.keycloak.domain.emailcode.GuessResult;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;

/** What the event log says when a limit is reached. */
enum LimitError {
    SENDS_TO_ADDRESS(IssueResult.ADDRESS, "portal_send_refused_sends_to_address"),
    SENDS_BY_NETWORK(
            IssueResult.ADDRESS_BY_NETWORK, "portal_send_refused_sends_to_mailbox_by_network"),
    SENDS_FOR_ACCOUNT(IssueResult.ACCOUNT, "portal_send_refused_sends_for_account"),
    SENDS_BY_CLIENT(IssueResult.CLIENT, "portal_send_refused_sends_by_client"),
    GUESSES_FOR_ADDRESS(GuessResult.ADDRESS, "portal_too_many_guesses_for_address"),
    GUESSES_BY_NETWORK(
            GuessResult.ADDRESS_BY_NETWORK, "portal_too_many_guesses_for_mailbox_by_network"),
    ADDRESS_CLAIMS(CodeLimits.ADDRESS_CLAIMS, "portal_claim_refused_claims_on_mailbox"),
    ADDRESS_CLAIMS_BY_NETWORK(
            CodeLimits.ADDRESS_CLAIMS_BY_NETWORK,
            "portal_claim_refused_claims_on_mailbox_by_network");

    private final String kind;
    private final String eventError;

    LimitError(String kind, String eventError) {
        this.kind = kind;
        this.eventError = eventError;
    }

    /** The one for limited subjects of {@code kind}. */
    static LimitError of(String kind) {
        return Arrays.stream(values())
                .filter(error -> error.kind.equals(kind))
                .findFirst()
                .orElseThrow();
    }

    String eventError() {
        return eventError;
    }
}
