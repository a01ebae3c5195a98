package org.childrensportal.benchmarks;

import io.gatling.javaapi.core.ChainBuilder;

/**
 * How each deed is done on one side. The session holds the person's {@code email}; a chain leaves
 * its person at the relying application, or fails.
 */
interface Journeys {

    /** Registers {@code email} and confirms it with what is mailed. */
    ChainBuilder register();

    /** Signs in as {@code email} with the session's {@code current} password. */
    ChainBuilder signIn();

    /** Changes the password of whoever is signed in to the session's {@code password}. */
    ChainBuilder changePassword();
}
