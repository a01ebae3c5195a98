package org.childrensportal.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.childrensportal.people.Browserless;

/** A request while it is written: first as a browser would send it, then as it never would. */
final class Draft {

    /** How the fields are put into the body. */
    enum Encoding {
        FORM("application/x-www-form-urlencoded") {
            @Override
            String body(List<Pair> fields) {
                return joined(fields);
            }
        },
        MULTIPART("multipart/form-data; boundary=fuzz") {
            @Override
            String body(List<Pair> fields) {
                return fields.stream()
                        .map(
                                field ->
                                        "--fuzz\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                                .formatted(field.name(), field.value()))
                        .collect(Collectors.joining("", "", "--fuzz--\r\n"));
            }
        },
        JSON("application/json") {
            @Override
            String body(List<Pair> fields) {
                return fields.stream()
                        .map(field -> "\"%s\": \"%s\"".formatted(field.name(), field.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
            }
        };

        private final String type;

        Encoding(String type) {
            this.type = type;
        }

        abstract String body(List<Pair> fields);
    }

    String method;
    String path;
    final List<Pair> query = new ArrayList<>();
    final List<Pair> fields = new ArrayList<>();
    final List<Pair> headers = new ArrayList<>();
    Encoding encoding = Encoding.FORM;

    /** A type that is not the encoding's. */
    String typed = "";

    /** A request for {@code address}. */
    Draft(String method, URI address) {
        this.method = method;
        this.path = address.getRawPath();
        String rawQuery = address.getRawQuery();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                String[] parts = pair.split("=", 2);
                query.add(new Pair(parts[0], parts.length > 1 ? parts[1] : ""));
            }
        }
    }

    /** One more field, as it is typed. */
    Draft field(String name, String text) {
        fields.add(new Pair(Browserless.encode(name), Browserless.encode(text)));
        return this;
    }

    /** One more header. */
    Draft header(String name, String value) {
        headers.add(new Pair(name, value));
        return this;
    }

    /** Another, which is changed by itself. */
    Draft copy() {
        Draft copy = new Draft(method, URI.create(path));
        copy.query.addAll(query);
        copy.fields.addAll(fields);
        copy.headers.addAll(headers);
        return copy;
    }

    /** All that can be changed of it and has a name and a value. */
    List<Pair> everything() {
        List<Pair> all = new ArrayList<>(query);
        all.addAll(fields);
        return all;
    }

    /** The request, with the cookies of whoever sends it. */
    Request request(String host, String cookies, String ipAddress) {
        List<Pair> sent = new ArrayList<>();
        addUnlessThere(sent, "Host", host);
        addUnlessThere(sent, "Accept", "text/html,*/*;q=0.8");
        addUnlessThere(sent, "X-Forwarded-For", ipAddress);
        addUnlessThere(sent, "Cookie", cookies);
        boolean hasBody = !fields.isEmpty() || method.equals("POST");
        if (hasBody && !typed.equals("none")) {
            addUnlessThere(sent, "Content-Type", typed.isEmpty() ? encoding.type : typed);
        }
        headers.stream().filter(one -> !one.value().equals("absent")).forEach(sent::add);
        String target = query.isEmpty() ? path : path + "?" + joined(query);
        return new Request(method, target, sent, hasBody ? encoding.body(fields) : "");
    }

    private void addUnlessThere(List<Pair> sent, String name, String value) {
        if (!value.isEmpty() && headers.stream().noneMatch(one -> one.name().equals(name))) {
            sent.add(new Pair(name, value));
        }
    }

    private static String joined(List<Pair> pairs) {
        return pairs.stream().map(Pair::toString).collect(Collectors.joining("&"));
    }
}
