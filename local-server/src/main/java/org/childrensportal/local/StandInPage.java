package org.childrensportal.local;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of the stand-in application, in the portal's look.
 *
 * @param heading what happened, in a few words
 * @param text what it means, in a sentence or two
 * @param facts what else there is to say: a name and its value
 * @param actions what can be done next: a text and where it leads
 */
record StandInPage(
        String heading, String text, Map<String, String> facts, Map<String, URI> actions) {

    private static final String HTML =
            """
            <!DOCTYPE html>
            <html class="govuk-template" lang="en"><head><meta charset="utf-8">
            <title>%1$s - Stand-in application</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,"><link rel="stylesheet" href="/portal.css"></head>
            <body class="govuk-template__body">
            <a href="#main-content" class="govuk-skip-link">Skip to main content</a>
            <header class="portal-header"><div class="govuk-width-container">
            <span class="portal-header__name">Stand-in application</span></div></header>
            <div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
            <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">%1$s</h1>
            <p class="govuk-body">%2$s</p>
            %3$s
            <p class="govuk-body">%4$s</p>
            </div></div></main></div></body></html>
            """;

    String html() {
        return HTML.formatted(escape(heading), escape(text), list(), links());
    }

    private String list() {
        return facts.isEmpty()
                ? ""
                : facts.entrySet().stream()
                        .map(
                                fact ->
                                        "<dt>%s</dt><dd class=\"portal-break\">%s</dd>"
                                                .formatted(
                                                        escape(fact.getKey()),
                                                        escape(fact.getValue())))
                        .collect(
                                Collectors.joining(
                                        "\n", "<dl class=\"govuk-body portal-facts\">", "</dl>"));
    }

    private String links() {
        return actions.entrySet().stream()
                .map(
                        action ->
                                "<a class=\"govuk-link\" href=\"%s\">%s</a>"
                                        .formatted(
                                                escape(action.getValue().toString()),
                                                escape(action.getKey())))
                .collect(Collectors.joining("<br>\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
