package org.childrensportal.keycloak.address;

/** Why an edit of an account's addresses is refused. */
enum AddressError {
    /** Another account has proven the address. */
    TAKEN("portalClaimTaken"),
    /** An account that has an address of its own claims no other. */
    BESIDE_ADDRESS("portalClaimBesideAddress"),
    /** Without an address the person could not sign in. */
    NEEDED("portalAddressNeeded"),
    /** There is no address that could be vouched for. */
    NOTHING_TO_VERIFY("portalNothingToVerify"),
    /** What the edit was made from is not what is stored any more. */
    CHANGED_MEANWHILE("portalChangedMeanwhile");

    private final String messageKey;

    AddressError(String messageKey) {
        this.messageKey = messageKey;
    }

    /** What administrators read. */
    String messageKey() {
        return messageKey;
    }
}
