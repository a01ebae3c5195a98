package org.childrensportal.journeys;

import java.text.Normalizer;

/** Ways in which keyboards and pasted texts spell the same password; nobody sees which. */
enum Spelling {
    /** As most keyboards do: one character for "Ü". */
    COMPOSED {
        @Override
        String of(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    },
    /** As names of files on a Mac do: a letter and a combining mark for "Ü". */
    DECOMPOSED {
        @Override
        String of(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD);
        }
    },
    /** Half of it typed, half of it pasted. */
    MIXED {
        @Override
        String of(String text) {
            String composed = COMPOSED.of(text);
            int half = composed.length() / 2;
            return composed.substring(0, half) + DECOMPOSED.of(composed.substring(half));
        }
    };

    /** The text in this spelling. */
    abstract String of(String text);
}
