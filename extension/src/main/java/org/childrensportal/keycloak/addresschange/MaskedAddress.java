package org.childrensportal.keycloak.addresschange;

import org.childrensportal.keycloak.domain.address.EmailAddress;

/**
 * A new address as the address before is told it: enough for somebody who changed it to know it
 * again, and too little for a stranger who reads the mailbox they have left.
 */
final class MaskedAddress {

    private static final String MASK = "***";

    private MaskedAddress() {}

    /** The first character, and the last part of the domain: {@code a***@***.uk}. */
    static String of(String address) {
        String shown = EmailAddress.read(address).map(EmailAddress::display).orElse(address);
        int first = shown.offsetByCodePoints(0, 1);
        int dot = shown.lastIndexOf('.');
        String end = dot > shown.lastIndexOf('@') ? shown.substring(dot) : "";
        return shown.substring(0, first) + MASK + "@" + MASK + end;
    }
}
