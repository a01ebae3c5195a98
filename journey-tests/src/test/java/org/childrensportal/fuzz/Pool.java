package org.childrensportal.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What inputs are made of: texts, names, and what pages of other people held. */
final class Pool {

    /** The newest are worth most: sessions end. */
    private static final int KEPT = 3000;

    private final Words words = Words.read();
    private final Texts texts = new Texts(words);
    private final List<Pair> seen = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private String ownCookies = "";

    Words words() {
        return words;
    }

    Texts texts() {
        return texts;
    }

    /** Keeps what somebody's page holds. */
    void see(Draft sent, String cookiesOfSender) {
        sent.everything().stream().filter(pair -> !pair.value().isEmpty()).forEach(seen::add);
        ownCookies = cookiesOfSender;
        if (!cookiesOfSender.isEmpty()) {
            cookies.add(cookiesOfSender);
        }
        forgetOldest(seen);
        forgetOldest(cookies);
    }

    private static void forgetOldest(List<?> list) {
        if (list.size() > KEPT) {
            list.subList(0, list.size() - KEPT).clear();
        }
    }

    String ownCookies() {
        return ownCookies;
    }

    String othersCookies(Random random) {
        return cookies.isEmpty() ? "absent" : Texts.of(cookies, random);
    }

    Optional<Pair> any(Random random) {
        return seen.isEmpty() ? Optional.empty() : Optional.of(Texts.of(seen, random));
    }

    /** A value that something of that name had, wherever. */
    Optional<String> other(String name, Random random) {
        List<String> values =
                seen.stream().filter(one -> one.name().equals(name)).map(Pair::value).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Texts.of(values, random));
    }
}
