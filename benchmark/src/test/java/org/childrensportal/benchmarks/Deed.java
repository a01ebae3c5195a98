package org.childrensportal.benchmarks;

import java.util.Locale;

/** What people do, on both sides alike. */
enum Deed {
    /** From the first page to the relying application, with the mailed code or link. */
    REGISTER,
    /** From the relying application and back to it. */
    SIGN_IN,
    /** By somebody who is signed in and whose last eight passwords are kept. */
    CHANGE_PASSWORD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Its part of a file's name. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
