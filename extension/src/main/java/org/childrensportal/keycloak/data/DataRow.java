package org.childrensportal.keycloak.data;

import java.util.List;

/**
 * One thing that is stored about a person, as the page says it.
 *
 * @param label what it is: a message key in Keycloak's brackets, or words
 * @param texts as they are stored
 */
public record DataRow(String label, List<String> texts) {}
