package org.childrensportal.keycloak.data;

import java.util.List;

/**
 * Things that are stored about a person and belong together.
 *
 * @param title a message key in Keycloak's brackets
 */
public record DataSection(String title, List<DataRow> rows) {}
