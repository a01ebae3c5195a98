package org.childrensportal.benchmarks;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;

/**
 * How each deed is done on one side. The session holds the person's {@code email}; a chain leaves
 * its person at the relying application, or fails.
 */
interface Journeys {

    /** Comes to the form that has a mail sent, as {@code email}. */
    ChainBuilder comeToForm();

    /** Sends that form; the answer is held to {@code checks}. */
    ChainBuilder sendForm(CheckBuilder... checks);

    /** Registers {@code email} and confirms it with what is mailed. */
    ChainBuilder register();

    /** Signs in as {@code email} with the session's {@code current} password. */
    ChainBuilder signIn();

    /** Changes the password of whoever is signed in to the session's {@code password}. */
    ChainBuilder changePassword();
}
