package org.childrensportal.keycloak.session;

import java.util.List;

/**
 * A session as a page says it.
 *
 * @param key what the page calls it, empty where it cannot be ended
 * @param browser such as {@code Chrome}, or empty
 * @param system such as {@code Windows}, or empty
 * @param since when it began, in words, or empty
 * @param lastUsed when it was used last, in words, or empty
 * @param applications names, which may be message keys in Keycloak's brackets
 * @param offline whether an application keeps it while the person is away
 * @param byAdministrator whether an administrator opened it in the person's name
 */
public record SessionInWords(
        String key,
        String browser,
        String system,
        String since,
        String lastUsed,
        List<String> applications,
        boolean offline,
        boolean byAdministrator) {}
