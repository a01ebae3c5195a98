package org.childrensportal.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.childrensportal.people.Browserless;

/** One way in which a request may differ from what a browser sends. */
enum Mutation {
    /** Another text where an answer stands; more often than anything else. */
    TEXT(10) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            List<Pair> where = fieldsOrQuery(draft, random);
            if (!where.isEmpty()) {
                int at = random.nextInt(where.size());
                where.set(at, where.get(at).with(pool.texts().any(random)));
            }
        }
    },
    EVERY_TEXT(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            draft.fields.replaceAll(field -> field.with(pool.texts().any(random)));
        }
    },
    MISSING(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            List<Pair> where = fieldsOrQuery(draft, random);
            if (!where.isEmpty()) {
                where.remove(random.nextInt(where.size()));
            }
        }
    },
    NOTHING(1) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            fieldsOrQuery(draft, random).clear();
        }
    },
    REPEATED(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            List<Pair> where = fieldsOrQuery(draft, random);
            if (!where.isEmpty()) {
                Pair one = where.get(random.nextInt(where.size()));
                for (int times = 1 + random.nextInt(3); times > 0; times--) {
                    where.add(
                            random.nextInt(where.size() + 1),
                            random.nextBoolean() ? one : one.with(pool.texts().any(random)));
                }
            }
        }
    },
    /** Very many of one name, or of many names. */
    CROWD(1) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            List<Pair> where = fieldsOrQuery(draft, random);
            int count = 50 + random.nextInt(400);
            for (int i = 0; i < count; i++) {
                where.add(new Pair(random.nextBoolean() ? "fuzz" : "fuzz" + i, "1"));
            }
        }
    },
    ARRAY(1) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            List<Pair> where = fieldsOrQuery(draft, random);
            if (!where.isEmpty()) {
                int at = random.nextInt(where.size());
                Pair one = where.get(at);
                String name = one.name() + Texts.of(ARRAYS, random);
                where.set(at, new Pair(name, one.value()));
            }
        }
    },
    /** What the code has a name for, whether this page asks for it or not. */
    HIDDEN_NAME(5) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            String name = Browserless.encode(pool.words().value(random));
            fieldsOrQuery(draft, random).add(new Pair(name, pool.texts().any(random)));
        }
    },
    /** A value that another page had, perhaps another person's. */
    ELSEWHERE(5) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            List<Pair> where = fieldsOrQuery(draft, random);
            if (where.isEmpty() || random.nextInt(4) == 0) {
                pool.any(random).ifPresent(where::add);
            } else {
                int at = random.nextInt(where.size());
                Pair one = where.get(at);
                pool.other(one.name(), random).ifPresent(value -> where.set(at, one.with(value)));
            }
        }
    },
    SPOILT(5) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            List<Pair> where = fieldsOrQuery(draft, random);
            if (!where.isEmpty()) {
                int at = random.nextInt(where.size());
                where.set(at, where.get(at).with(spoilt(where.get(at).value(), random)));
            }
        }
    },
    COOKIE(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            String own = pool.ownCookies();
            String cookies =
                    switch (random.nextInt(5)) {
                        case 0 -> "absent";
                        case 1 -> pool.othersCookies(random);
                        case 2 -> spoilt(own, random);
                        case 3 -> own + "; " + spoilt(own, random);
                        default -> withText(own, pool.texts().any(random), random);
                    };
            draft.header("Cookie", cookies);
        }
    },
    HEADER(3) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            String name = Texts.of(HEADERS, random);
            String value = pool.texts().any(random);
            draft.header(name, random.nextBoolean() ? value : decoded(value));
        }
    },
    METHOD(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            draft.method = Texts.of(METHODS, random);
        }
    },
    ENCODING(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            draft.encoding = Texts.of(List.of(Draft.Encoding.values()), random);
        }
    },
    TYPE(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            draft.typed = Texts.of(TYPES, random);
        }
    },
    PATH(2) {
        @Override
        void change(Draft draft, Random random, Pool pool) {
            String path = draft.path;
            draft.path =
                    switch (random.nextInt(5)) {
                        case 0 -> path + "/";
                        case 1 -> path + "/" + pool.texts().any(random).replaceAll("[?#]", "");
                        case 2 -> path.replaceFirst("/([^/]*)$", "//$1");
                        case 3 -> path + ";fuzz=1";
                        default -> path.replaceFirst("/([^/])([^/]*)$", "/%2e/%2E/$1$2");
                    };
        }
    };

    private static final List<String> ARRAYS = List.of("[]", "[0]", "%5B%5D", ".x", "%00", "%20");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "PROPFIND", "fuzz");

    /** What browsers send. What a proxy tells of them ({@code X-Forwarded-…}) is the proxy's. */
    private static final List<String> HEADERS =
            List.of(
                    "Host",
                    "Accept",
                    "Accept-Language",
                    "Accept-Encoding",
                    "Accept-Charset",
                    "Authorization",
                    "Origin",
                    "Referer",
                    "User-Agent",
                    "Range",
                    "If-None-Match",
                    "If-Modified-Since",
                    "X-HTTP-Method-Override",
                    "Sec-Fetch-Site",
                    "Content-Encoding",
                    "Content-Language");

    private static final List<String> TYPES =
            List.of(
                    "none",
                    "fuzz",
                    "/",
                    "text/plain",
                    "text/html",
                    "application/xml",
                    "application/json",
                    "application/octet-stream",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=other",
                    "application/x-www-form-urlencoded; charset=utf-16",
                    "application/x-www-form-urlencoded; charset=iso-8859-1",
                    "application/x-www-form-urlencoded; charset=fuzz",
                    "application/x-www-form-urlencoded; charset=\"",
                    "application/x-www-form-urlencoded, text/plain");

    private final int weight;

    Mutation(int weight) {
        this.weight = weight;
    }

    /** Changes a draft. The same {@code random} changes the same draft in the same way. */
    abstract void change(Draft draft, Random random, Pool pool);

    /** One, as often as it is worth trying. */
    static Mutation any(Random random) {
        int sum = 0;
        for (Mutation one : values()) {
            sum += one.weight;
        }
        int left = random.nextInt(sum);
        for (Mutation one : values()) {
            left -= one.weight;
            if (left < 0) {
                return one;
            }
        }
        throw new IllegalStateException();
    }

    private static List<Pair> fieldsOrQuery(Draft draft, Random random) {
        boolean fields = draft.query.isEmpty() || random.nextInt(4) > 0;
        return fields && !draft.fields.isEmpty() ? draft.fields : draft.query;
    }

    /** The bytes that an encoded text stands for; what is no escape stays. */
    private static String decoded(String text) {
        return URLDecoder.decode(
                text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.ISO_8859_1);
    }

    private static String spoilt(String value, Random random) {
        if (value.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(value.length());
        return switch (random.nextInt(4)) {
            case 0 -> value.substring(0, at);
            case 1 -> value.substring(at);
            case 2 -> value + value.substring(at);
            default ->
                    value.substring(0, at)
                            + (char) (value.charAt(at) ^ 1 << random.nextInt(7))
                            + value.substring(at + 1);
        };
    }

    private static String withText(String cookies, String text, Random random) {
        String[] all = cookies.split("; ");
        int at = random.nextInt(all.length);
        all[at] = all[at].replaceFirst("=.*", "") + "=" + text;
        return String.join("; ", all);
    }
}
