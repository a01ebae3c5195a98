package org.childrensportal.keycloak.record;

/**
 * Something that happened to an account, as the page says it.
 *
 * @param messageKey what happened
 * @param application the name of the application, which may be a message key in Keycloak's
 *     brackets, or empty
 * @param when in words
 * @param place the IP address that it was done from, or empty
 */
public record Happening(String messageKey, String application, String when, String place) {}
