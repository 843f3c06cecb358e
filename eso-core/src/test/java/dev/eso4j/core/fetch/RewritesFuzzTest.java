package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecretRewrite;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteMerge;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteRegexp;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is done to fetched keys, under fuzzing:")
class RewritesFuzzTest {
    private static final String CANARY = "canary-7f3a";
    private static final List<String> SOURCE = List.of(
            "a", "b", ".", "*", "+", "?", "(", ")", "(?P<n>", "[a-z]", "[^", "]", "\\d", "\\pL", "{2}", "{1000}", "|",
            "^", "$", "\\", "é", "\ud800");
    private static final List<String> TARGET = List.of(
            "a", "$", "$$", "$1", "${1}", "${n}", "$n", "${", "}", "$0", "$99999999999", "_", "é", "\ud800", "$é");

    /** Values and what is to be done to them. */
    record Case(List<ExternalSecretRewrite> rewrites, Map<String, String> values) {
        @Override
        public String toString() {
            return rewrites + "\nof " + values;
        }
    }

    private static Case random(Chaos chaos) {
        Map<String, String> values = new TreeMap<>();
        for (int i = chaos.below(5); i > 0; i--) {
            values.put(
                    chaos.chance(70) ? chaos.pick("a", "ab", "db/user", "x.y") : chaos.text(),
                    chaos.either(
                            () -> chaos.json(5),
                            () -> chaos.mutate("{\"k\":\"" + CANARY + "\",\"n\":1.50}"),
                            chaos::text));
        }
        List<ExternalSecretRewrite> rewrites = new ArrayList<>();
        for (int i = 1 + chaos.below(3); i > 0; i--) {
            rewrites.add(chaos.chance(50) ? regexp(chaos.tokens(SOURCE, 7), chaos.tokens(TARGET, 5)) : merge(chaos));
        }
        return new Case(rewrites, values);
    }

    private static ExternalSecretRewrite regexp(String source, String target) {
        return new ExternalSecretRewrite(null, new ExternalSecretRewriteRegexp(source, target), null);
    }

    private static ExternalSecretRewrite merge(Chaos chaos) {
        return merge(
                chaos.pick("", "all", "a", "\ud800"),
                chaos.chance(40) ? List.of() : List.of(chaos.pick("a", "zz", "a")),
                chaos.pick("Extract", "JSON", "?"));
    }

    private static ExternalSecretRewrite merge(String into, List<String> priority, String strategy) {
        return new ExternalSecretRewrite(
                new ExternalSecretRewriteMerge(into, priority, "IgnoreNotFound", "Ignore", strategy), null, null);
    }

    private static Case merged(String value) {
        return new Case(List.of(merge("", List.of(), "Extract")), Map.of("a", value));
    }

    @Test
    @DisplayName("rewrites give keys, or are refused with the number of the operation and without a value")
    void rewrites() {
        Fuzz.of("rewrites", RewritesFuzzTest::random)
                .count(3_000)
                .first(
                        merged(Chaos.nested("{\"a\":", "1", "}", 100_000)),
                        merged("{\"a\":" + Chaos.nested("[", "", "]", 900) + "}"),
                        merged("{\"a\":1e999999999,\"b\":-1e-999999999,\"c\":0e999999999}"),
                        merged("{\"a\":" + "9".repeat(1_000_000) + "}"),
                        merged("{\"a\":{\"b\":1.5e350},\"c\":[1E+349]}"),
                        merged("{\"a\":1,\"a\":2}"),
                        merged("{\"\\ud800\":\"\\udc00\"}"),
                        merged("{\"" + "k".repeat(1_000_000) + "\":1}"),
                        new Case(List.of(regexp("", "${0}".repeat(100_000))), Map.of("k".repeat(10_000), "v")),
                        new Case(List.of(regexp("(.*)", "$1".repeat(250_000))), Map.of("k".repeat(250), "v")),
                        new Case(java.util.Collections.nCopies(40, regexp("(.*)", "$1$1")), Map.of("key", "v")),
                        new Case(List.of(regexp(Chaos.nested("(", "a", ")", 100_000), "x")), Map.of("a", "v")),
                        new Case(List.of(regexp("((a{1000}){1000}){1000}", "x")), Map.of("a", "v")),
                        new Case(List.of(regexp("x".repeat(1_000_000), "x")), Map.of("a", "v")))
                .refusedBy(FetchException.class)
                .longestMessage(2_000)
                .neverSaying(c -> c.values.keySet().stream().anyMatch(k -> k.contains(CANARY)) ? "" : "\"" + CANARY)
                .everyMessage("names the operation", (c, message) -> message.contains("operation["))
                .run(c -> {
                    Map<String, SecretValue> values = new LinkedHashMap<>();
                    c.values.forEach((key, value) -> values.put(key, SecretValue.of(value)));
                    Rewrites.apply(c.rewrites, values);
                    return List.of();
                });
    }

    @Test
    @DisplayName("key conversion gives keys that a Secret can have, or refuses them")
    void conversion() {
        Fuzz.of("key conversion", Chaos::text)
                .count(6_000)
                .first(
                        "\ud800",
                        "\udc00\ud800",
                        "k".repeat(1_000_000),
                        "é".repeat(1_000_000),
                        ".",
                        "..",
                        "\u0000",
                        "...")
                .refusedBy(FetchException.class)
                .longestMessage(1_000)
                .run(key -> {
                    for (String strategy : new String[] {"Default", "Unicode", "None", "?"}) {
                        String converted = Keys.convert(strategy, key);
                        if (!converted.matches("[-._a-zA-Z0-9]*")) {
                            throw new IllegalStateException("not a key: " + converted);
                        }
                        Keys.checked(Keys.convert(
                                strategy, Map.of(key, SecretValue.of("v"), key + "x", SecretValue.empty())));
                    }
                    return List.of();
                });
    }

    @Test
    @DisplayName("keys that are not converted are checked")
    void checked() {
        Fuzz.of("key check", Chaos::text)
                .count(4_000)
                .first("\ud800", "k".repeat(1_000_000))
                .refusedBy(FetchException.class)
                .longestMessage(1_000)
                .run(key -> {
                    Keys.checked(Map.of(key, SecretValue.of("v")));
                    return List.of();
                });
    }

    @Test
    @DisplayName("decoding gives a value or refuses it, and never quotes it")
    void decoding() {
        List<String> tokens = List.of("YWJj", "YQ==", "_-A=", "=", "\n", "\r", " ", "/+", "\u0000", "é", CANARY);
        Fuzz.of("decoding", chaos -> chaos.tokens(tokens, 8))
                .count(6_000)
                .first("A".repeat(8 << 20), "=".repeat(1 << 20), "\n".repeat(1 << 20), CANARY)
                .refusedBy(FetchException.class)
                .longestMessage(300)
                .neverSaying(text -> CANARY)
                .run(text -> {
                    for (String strategy : new String[] {"Auto", "None", "Base64", "Base64URL"}) {
                        Decoding.decode(strategy, SecretValue.of(text));
                    }
                    return List.of();
                });
    }
}
