package org.childrensportal.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What goes over the wire, whether a browser would send it or not.
 *
 * @param method of HTTP
 * @param target path and query; characters are bytes
 * @param headers in their order
 * @param body characters are bytes
 */
record Request(String method, String target, List<Pair> headers, String body) {

    private static final int SHOWN = 700;

    byte[] bytes() {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(oneLine(target)).append(" HTTP/1.1\r\n");
        for (Pair header : headers) {
            head.append(oneLine(header.name()))
                    .append(": ")
                    .append(oneLine(header.value()))
                    .append("\r\n");
        }
        head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A request of two lines would be two requests, which is the affair of the HTTP server. */
    private static String oneLine(String text) {
        return text.replace('\r', '?').replace('\n', '?');
    }

    @Override
    public String toString() {
        return "%s %s%n  headers %s%n  body %s"
                .formatted(method, shortened(target), shortHeaders(), shortened(body));
    }

    private String shortHeaders() {
        return headers.stream()
                .map(Pair::toString)
                .map(header -> header.substring(0, Math.min(header.length(), 120)))
                .toList()
                .toString();
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
