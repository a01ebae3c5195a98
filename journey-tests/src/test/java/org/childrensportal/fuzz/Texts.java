package org.childrensportal.fuzz;

import java.util.List;
import java.util.Random;
import org.childrensportal.people.Browserless;

/** What stands where an answer should, from what people type to what no browser sends. */
final class Texts {

    /** As they are typed; a browser encodes them. */
    private static final List<String> TYPED =
            List.of(
                    "",
                    " ",
                    "a",
                    "0",
                    "-1",
                    "2147483647",
                    "2147483648",
                    "-9223372036854775808",
                    "9223372036854775808",
                    "1e309",
                    "NaN",
                    "true",
                    "null",
                    "undefined",
                    "[]",
                    "{}",
                    "[object Object]",
                    "00000000",
                    "12345678",
                    "１２３４５６７８",
                    "٠١٢٣٤٥٦٧",
                    "Zoë O'Brien-Smith",
                    "李",
                    "e\u0301\u0301\u0301\u0301\u0301\u0301",
                    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
                    "\u202Efdp.exe\u202C\u2066",
                    "\u200B\u200C\u200D\uFEFF",
                    "\u00A0\u3000\u2028\u2029",
                    "a\u0000b",
                    "\u0000",
                    "\u0001\u0002\u001B[31m\u007F\u0085",
                    "a\r\nSet-Cookie: fuzz=1\r\n\r\n<fuzzed>",
                    "a\tb\nc",
                    "\uFFFE\uFFFF\uFFFD",
                    "ǅﬀſß\u0130\u0131",
                    "\"><fuzzed x=\"",
                    "'><fuzzed x='",
                    "<script><fuzzed></script><!--",
                    "</title></textarea></template><fuzzed>",
                    "javascript:fuzz()",
                    "${fuzz}",
                    "${fuzz.toString()}<#if fuzz>",
                    "#{fuzz}",
                    "{{fuzz}}",
                    "%{fuzz}",
                    "{0}{99}'{",
                    "fuzz' or '1'='1",
                    "fuzz\\",
                    "%s%n%d",
                    "../../../etc/passwd",
                    "http://fuzz.example/",
                    "//fuzz.example",
                    "data:text/html,<fuzzed>",
                    "fuzz@example.com",
                    "fuzz+tag@example.com",
                    "fuzz@[127.0.0.1]",
                    "\"fuzz fuzz\"@example.com",
                    "fuzz@bücher.example",
                    "fuzz@example.com,other@example.com",
                    "fuzz@example.com\r\nBcc: other@example.com",
                    "fuzz@",
                    "@example.com",
                    "fuzz@.example.com.",
                    "ＦＵＺＺ＠ｅｘａｍｐｌｅ．ｃｏｍ",
                    "fuzz@example。com",
                    "sw1a 1aa",
                    "en",
                    "cy",
                    "en-GB-oxendict-u-ca-gregory",
                    "xx_YY_#Latn",
                    "*",
                    "cy;q=0.5,*;q=nonsense,,;",
                    "and",
                    "pending-00000000-0000-0000-0000-000000000000",
                    "00000000-0000-0000-0000-000000000000",
                    "eyJhbGciOiJub25lIn0.e30.",
                    "eyJhbGciOiJub25lIn0..",
                    "AAAA",
                    "====");

    /** As they stand in a request: bytes and escapes that no browser makes. */
    private static final List<String> RAW =
            List.of(
                    "%",
                    "%z",
                    "%zz",
                    "%4",
                    "%u0041",
                    "%00",
                    "%ff",
                    "%fe%ff",
                    "%c0%af",
                    "%c0%80",
                    "%e0%80%af",
                    "%f0%80%80%af",
                    "%ed%a0%80",
                    "%ed%a0%80%ed%b0%80",
                    "%f4%90%80%80",
                    "%f8%88%80%80%80",
                    "%80",
                    "%e2%82",
                    "%c3",
                    "%0d%0aSet-Cookie:%20fuzz=1",
                    "%25%30%30",
                    "%253Cfuzzed%253E",
                    "a%26b%3Dc",
                    "a;b=c",
                    "\u00ff\u00fe",
                    "\u00c3\u00a9",
                    "\u0080",
                    "\u0000",
                    "\u0001",
                    "a b",
                    "\"\\\"",
                    "<fuzzed>",
                    "|^`{}[]",
                    "++++",
                    "&&&==",
                    "#fuzz",
                    "?fuzz?fuzz");

    private static final int[] LENGTHS = {
        36, 37, 64, 254, 255, 256, 320, 1023, 2047, 2048, 2049, 4000, 8192, 20_000, 100_000,
        1_000_000
    };

    private static final List<String> REPEATED =
            List.of("a", "9", "👧", "e\u0301", "é", " ", "<", "&", ".", "a@", "%", "-", "\u0000");

    private final Words words;

    Texts(Words words) {
        this.words = words;
    }

    /** One, encoded as it stands in a request. */
    String any(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> Browserless.encode(of(TYPED, random));
            case 4, 5 -> of(RAW, random);
            case 6 -> of(RAW, random) + Browserless.encode(of(TYPED, random));
            case 7 -> Browserless.encode(words.value(random));
            case 8 -> Browserless.encode(characters(random));
            default -> lengthy(random);
        };
    }

    private static String lengthy(Random random) {
        String one = Browserless.encode(of(REPEATED, random));
        // A request as long as the server takes is rare: each is a megabyte of nothing new.
        int most = random.nextInt(20) == 0 ? LENGTHS.length : LENGTHS.length - 2;
        return one.repeat(Math.max(1, LENGTHS[random.nextInt(most)] / one.length()));
    }

    private static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x250));
        }
        return text.toString();
    }

    static <T> T of(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
