package org.childrensportal.keycloak.addresschange;

import org.childrensportal.keycloak.mail.MailOutcome;

/**
 * Why an address is not changed: what the person reads, and what the event log says, if anything.
 */
enum ChangeError {
    /** It is the address that the account has. */
    SAME("portalNewAddressSame"),
    /** Another account has proven it. Whoever has entered its code reads the mailbox. */
    TAKEN("portalNewAddressTaken", "portal_address_taken"),
    /** The account has another address than when the change began. */
    CHANGED_MEANWHILE("portalNewAddressMeanwhile", "portal_address_changed_meanwhile"),
    /** The account's sessions were ended, or it was disabled, since the change began. */
    NOT_STANDING("portalNewAddressSignedOut", "portal_change_not_standing"),
    /** Nobody may edit their address any more since the page was opened. */
    READ_ONLY("portalNewAddressOff"),
    /** The account has been removed. */
    GONE("portalNewAddressGone"),
    /** The address before could not be told. */
    OLD_NOT_TOLD("portalOldAddressNotTold", MailOutcome.NOT_SENT.eventError()),
    /** The mail server refuses the address before for good. */
    OLD_REFUSED("portalOldAddressRefused", MailOutcome.ADDRESS_REFUSED.eventError()),
    /** Nobody knows whether the address before was told. */
    OLD_MAY_BE_TOLD("portalOldAddressNotTold", MailOutcome.UNKNOWN.eventError()),
    /** So many mails are on their way that the address before is not told just now. */
    MAIL_SLOW("portalOldAddressNotTold", "portal_send_refused_mails_in_progress");

    private final String messageKey;
    private final String eventError;

    ChangeError(String messageKey) {
        this(messageKey, "");
    }

    ChangeError(String messageKey, String eventError) {
        this.messageKey = messageKey;
        this.eventError = eventError;
    }

    /** What is said where the address before could not be told. */
    static ChangeError of(MailOutcome outcome) {
        return switch (outcome) {
            case ADDRESS_REFUSED -> OLD_REFUSED;
            case UNKNOWN -> OLD_MAY_BE_TOLD;
            case NOT_SENT, SENT -> OLD_NOT_TOLD;
        };
    }

    String messageKey() {
        return messageKey;
    }

    String eventError() {
        return eventError;
    }
}
