package org.childrensportal.keycloak.domain.address;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.childrensportal.keycloak.domain.text.VisibleText;

/**
 * An email address in the one form in which the portal compares, keys, stores and mails it, however
 * it was typed: nothing invisible and no white space around it, NFC, lower case, the domain as DNS
 * knows it (IDNA, {@code xn--…}), no quotation marks.
 *
 * <p>Lengths are those of RFC 5321, 4.5.3.1: 64 octets before the at sign, 254 in all (erratum
 * 1690). Address literals ({@code ann@[192.0.2.1]}) are no addresses of people and not read.
 */
public final class EmailAddress {

    /** The maximum length of an address, in octets. */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;

    /** A longer text is no address, whatever is removed from it. */
    private static final int LONGEST_TYPED = 1_000;

    /**
     * IDNA2003, which Java implements, turns these letters into others, and so into another domain.
     * IDNA2008, which browsers implement, does not. An address with one is read only as {@code
     * xn--…}.
     */
    private static final String DEVIATIONS = "\u00DF\u1E9E\u03C2\u200C\u200D";

    private final LocalPart local;
    private final String domain;

    private EmailAddress(LocalPart local, String domain) {
        this.local = local;
        this.domain = domain;
    }

    /**
     * Reads what somebody typed or pasted.
     *
     * @return the address, or empty if the text is none
     */
    public static Optional<EmailAddress> read(String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String text = VisibleText.strip(typed);
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        return LocalPart.read(lowerCase(VisibleText.withoutInvisible(text.substring(0, at))))
                .flatMap(
                        local ->
                                domain(text.substring(at + 1))
                                        .map(domain -> new EmailAddress(local, domain)))
                .filter(EmailAddress::isShortEnough);
    }

    private static Optional<String> domain(String typed) {
        if (typed.codePoints().anyMatch(character -> DEVIATIONS.indexOf(character) >= 0)) {
            return Optional.empty();
        }
        try {
            String domain =
                    lowerCase(
                            IDN.toASCII(
                                    lowerCase(VisibleText.withoutInvisible(typed)),
                                    IDN.USE_STD3_ASCII_RULES));
            return Optional.of(domain).filter(EmailAddress::hasWholeLabels);
        } catch (IllegalArgumentException e) {
            // How Java reports a name that cannot be a domain.
            return Optional.empty();
        }
    }

    /** Java drops empty labels, or lets the last one be empty. */
    private static boolean hasWholeLabels(String domain) {
        return !domain.isEmpty()
                && !domain.startsWith(".")
                && !domain.endsWith(".")
                && !domain.contains("..");
    }

    private static String lowerCase(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private boolean isShortEnough() {
        return octets(local.text()) <= LONGEST_LOCAL_PART && octets(text()) <= LONGEST;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The address: what is stored, compared and mailed. */
    public String text() {
        return local.text() + "@" + domain;
    }

    /** The address as people read it: the domain in its own letters. */
    public String display() {
        return local.text() + "@" + IDN.toUnicode(domain);
    }

    /**
     * The mailbox that the address reaches, for limits: the same for every tag ({@code ann+tag@…},
     * RFC 5233). Not an address to mail to.
     */
    public String mailbox() {
        return local.mailbox() + "@" + domain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && address.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /** The address. */
    @Override
    public String toString() {
        return text();
    }
}
