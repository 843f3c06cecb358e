package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.fuzz.Chaos;
import dev.eso4j.fuzz.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Properties of JSON under fuzzing")
class JsonPathFuzzTest {
    private static final String CANARY = "canary-7f3a";
    private static final List<String> TOKENS = List.of(
            "a",
            "b",
            "c.d",
            "é",
            "0",
            "1",
            "-1",
            "99999999999",
            ".",
            ".",
            "|",
            "#",
            "*",
            "?",
            "@this",
            "@reverse",
            "@keys",
            "@values",
            "@flatten",
            "@ugly",
            "@pretty",
            "@pretty:{\"indent\":\"        \"}",
            "@dig:a",
            "@tostr",
            "@fromstr",
            "@join",
            "@valid",
            "@group",
            "@none",
            "#(",
            ")",
            "==",
            "!=",
            "<",
            ">=",
            "%",
            "!%",
            "\"a*\"",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\\",
            "!",
            "~true",
            "~null",
            "..",
            "\u0000");
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A document and what is asked of it. */
    record Question(byte[] document, String path) {
        @Override
        public String toString() {
            return "path " + path + "\nin " + new String(document, StandardCharsets.UTF_8);
        }
    }

    private static Question question(Chaos chaos) {
        String path = chaos.tokens(TOKENS, 10);
        String json = chaos.json(5);
        return switch (chaos.below(6)) {
            case 0 -> new Question(chaos.bytes(200), path);
            case 1 -> new Question(chaos.mutate(json).getBytes(StandardCharsets.UTF_8), path);
            case 2 -> new Question(chaos.mutate(json.getBytes(StandardCharsets.UTF_8)), path);
            default ->
                new Question(("{\"a\":" + json + ",\"b\":\"" + CANARY + "\"}").getBytes(StandardCharsets.UTF_8), path);
        };
    }

    private static Question deep(String open, String inner, String close, String path) {
        return new Question(Chaos.nested(open, inner, close, 100_000).getBytes(StandardCharsets.UTF_8), path);
    }

    private static Fuzz<Question> fuzz(String name) {
        return Fuzz.of(name, JsonPathFuzzTest::question)
                .count(4_000)
                .first(
                        deep("[", "1", "]", "0.0.0"),
                        deep("[", "", "", "@flatten"),
                        deep("[", "", "]", "@pretty|@ugly|@this"),
                        deep("{\"a\":", "1", "}", "a.a.#(a=1)"),
                        deep("{\"a\":", "", "", "*.*"),
                        deep("[", "\"" + CANARY + "\"", "]", "@tostr|@fromstr|@flatten:{\"deep\":true}"),
                        new Question("{\"a\":1e999999999}".getBytes(StandardCharsets.UTF_8), "a"),
                        new Question("{\"a\":-1e-2147483649}".getBytes(StandardCharsets.UTF_8), "a"),
                        new Question(("[" + "9".repeat(1_000_000) + "]").getBytes(StandardCharsets.UTF_8), "0"),
                        new Question(("[0." + "9".repeat(1_000_000) + "]").getBytes(StandardCharsets.UTF_8), "0"),
                        new Question(("[" + "{},".repeat(200_000) + "1]").getBytes(StandardCharsets.UTF_8), "#.#.#"),
                        new Question("{}".getBytes(StandardCharsets.UTF_8), "a.".repeat(100_000)),
                        new Question("[[[[1]]]]".getBytes(StandardCharsets.UTF_8), "#(".repeat(100_000)),
                        new Question("[1]".getBytes(StandardCharsets.UTF_8), "[@this,".repeat(50_000)))
                .refusedBy(SecretsException.class)
                .longestMessage(2_000)
                .neverSaying(question -> question.path.contains(CANARY) ? "" : CANARY);
    }

    @Test
    @DisplayName("are found, absent or refused")
    void find() {
        fuzz("properties").run(question -> {
            SecretValue document = SecretValue.of(question.document);
            JsonPath.of(question.path)
                    .find(document)
                    .ifPresent(found -> assertThat(found.text().size()).isLessThan(64 << 20));
            return List.of();
        });
    }

    @Test
    @DisplayName("are delivered, refused or reported as missing by a remote object, and so are its entries")
    void object() {
        fuzz("remote objects").run(question -> {
            JsonRemoteObject object = JsonRemoteObject.of("secret \"x\"", SecretValue.of(question.document));
            List<String> refusals = new ArrayList<>();
            for (PropertyOrder order : PropertyOrder.values()) {
                refusal(() -> object.withOrder(order).property(question.path), refusals);
            }
            refusal(() -> object.entries(question.path), refusals);
            refusal(() -> object.entries(null), refusals);
            refusal(() -> object.withConvertedEntries().entries(null), refusals);
            JsonObjectMembers.encoded(SecretValue.of(question.document));
            return refusals;
        });
    }

    @Test
    @DisplayName("are written or refused, and what is written into JSON is JSON")
    void set() {
        fuzz("writing properties").run(question -> {
            SecretValue document = SecretValue.of(question.document);
            boolean json = isJson(question.document);
            SecretValue changed = JsonPathSetter.set(document, question.path, SecretValue.of(CANARY));
            if (json) {
                assertThat(isJson(changed.bytes())).isTrue();
            }
            SecretValue removed = JsonPathSetter.remove(changed, question.path);
            if (json) {
                assertThat(isJson(removed.bytes())).isTrue();
            }
            return List.of();
        });
    }

    private static void refusal(Runnable action, List<String> refusals) {
        try {
            action.run();
        } catch (SecretsException e) {
            refusals.add(String.valueOf(e.getMessage()));
        }
    }

    /** Jackson has limits of its own, which are no statement about the document. */
    private static boolean isJson(byte[] document) {
        try {
            MAPPER.readTree(document);
            return JsonValidator.valid(JsonText.of(document));
        } catch (IOException e) {
            return false;
        }
    }
}
