package org.childrensportal.keycloak.addresschange;

import jakarta.ws.rs.core.Response;

/** What came of following the way back: what the person reads. */
enum UndoResult {
    /** The address is back, and a new password is to be chosen. */
    DONE("portalWayBackDone", "portalWayBackDone.text", Response.Status.OK),
    /** The address is back, and an administrator has disabled the account. */
    DONE_DISABLED("portalWayBackDone", "portalWayBackDisabled.text", Response.Status.OK),
    /** There is no such link, or no longer, or its account was closed. */
    UNKNOWN("portalWayBackUnknown", "portalWayBackUnknown.text", Response.Status.BAD_REQUEST),
    /** The change was changed back already. */
    USED("portalWayBackUsed", "portalWayBackUsed.text", Response.Status.GONE),
    /** Another account has proven the address meanwhile. */
    TAKEN("portalWayBackTaken", "portalWayBackTaken.text", Response.Status.CONFLICT);

    private final String titleKey;
    private final String textKey;
    private final Response.Status status;

    UndoResult(String titleKey, String textKey, Response.Status status) {
        this.titleKey = titleKey;
        this.textKey = textKey;
        this.status = status;
    }

    String titleKey() {
        return titleKey;
    }

    String textKey() {
        return textKey;
    }

    Response.Status status() {
        return status;
    }

    boolean isDone() {
        return this == DONE || this == DONE_DISABLED;
    }
}
