package org.childrensportal.keycloak.emailcode;

import java.util.Optional;
import org.childrensportal.keycloak.database.StoredAccount;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * What a code is asked for: to confirm the address of an account, or to change it. The conversation
 * about the code, its limits and its pages are the same.
 */
public interface CodePurpose {

    /** The id of the required action. */
    String action();

    /** The address that the code proves, in the form of {@code EmailAddress}; may be absent. */
    Optional<String> address();

    /** Whether the person can still name another address. */
    boolean mayChangeAddress();

    /** Whether the address may be another account's, whose owner then gets a notice, not a code. */
    boolean mayBelongToAnother();

    /**
     * Whether a right code may be used up. Asked under the account lock, in the transaction in
     * which it is.
     */
    boolean mayUse(StoredAccount account, String address);

    /**
     * The code was right and is used up, in the request's transaction, and the account is locked.
     * Does what the code is for, and goes on or shows a page.
     */
    void proven();

    /**
     * The account has been removed.
     *
     * @return what ends the request
     */
    RuntimeException gone();

    /** Adds what the page of the code says of its purpose. */
    void describe(LoginFormsProvider page);
}
