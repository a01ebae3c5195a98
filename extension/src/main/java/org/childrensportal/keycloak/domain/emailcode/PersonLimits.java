package org.childrensportal.keycloak.domain.emailcode;

import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;

/** Which limits count a person's account or mailbox by itself, for telling the person. */
public final class PersonLimits {

    /** Links to choose a password that are mailed to a mailbox are counted. */
    public static final String RESET_MAILS = "reset-mails";

    /** The same of all browsers together that the account has signed in from. */
    public static final String RESET_MAILS_OF_DEVICES = "reset-mails-of-devices";

    private static final List<String> OF_ACCOUNT =
            List.of(IssueResult.ACCOUNT, RESET_MAILS_OF_DEVICES);

    private static final List<String> OF_MAILBOX =
            List.of(
                    IssueResult.ADDRESS,
                    GuessResult.ADDRESS,
                    CodeLimits.ADDRESS_CLAIMS,
                    RESET_MAILS);

    private PersonLimits() {}

    /**
     * The subjects, whose limits are left out.
     *
     * @param account its id
     * @param mailboxes those of its addresses
     */
    public static List<LimitedSubject> of(CodeSeal seal, String account, List<String> mailboxes) {
        return Stream.concat(
                        OF_ACCOUNT.stream()
                                .map(kind -> seal.limitedSubject(kind, List.of(), account)),
                        mailboxes.stream()
                                .flatMap(
                                        mailbox ->
                                                OF_MAILBOX.stream()
                                                        .map(
                                                                kind ->
                                                                        seal.limitedSubject(
                                                                                kind, List.of(),
                                                                                mailbox))))
                .toList();
    }
}
