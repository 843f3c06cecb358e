package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JSON paths withstand hostile input")
class JsonPathHostileTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    @DisplayName("documents nested a million deep do not overflow the stack")
    void deepDocuments() {
        SecretValue arrays = SecretValue.of("[".repeat(1_000_000));
        SecretValue objects = SecretValue.of("{\"a\":".repeat(1_000_000) + "1" + "}".repeat(1_000_000));
        assertTimeoutPreemptively(SOON, () -> {
            assertThat(JsonPath.of("0.0.x").find(arrays)).isEmpty();
            assertThat(JsonPath.of("a.a.a").find(objects)).isPresent();
            assertThat(JsonObjectMembers.raw(objects)).isEmpty();
            assertThat(JsonObjectMembers.values(objects)).isEmpty();
        });
    }

    @Test
    @DisplayName("modifiers that go down refuse documents nested too deep, with an error of the hierarchy")
    void deepModifiers() {
        SecretValue arrays = SecretValue.of("[".repeat(5000) + "]".repeat(5000));
        for (String path : new String[] {"@dig:a", "@flatten:{\"deep\":true}", "@pretty"}) {
            assertThatThrownBy(() -> JsonPath.of(path).find(arrays))
                    .as(path)
                    .isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    @DisplayName("paths that double the result again and again end soon")
    void explodingPaths() {
        String path = "[@this,@this]" + "|[@this,@this]".repeat(60);
        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(
                                () -> JsonPath.of(path).find(SecretValue.of("{\"a\":\"" + "x".repeat(1000) + "\"}")))
                        .isInstanceOf(InvalidRequestException.class));
    }

    @Test
    @DisplayName("paths with thousands of parts are refused or find nothing, and do not overflow the stack")
    void longPaths() {
        SecretValue document = SecretValue.of("{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
        assertTimeoutPreemptively(SOON, () -> {
            assertThatThrownBy(() -> JsonPath.of("a" + ".a".repeat(4000)).find(document))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(
                            () -> JsonPath.of("@this" + "|@this".repeat(4000)).find(document))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() ->
                            JsonPath.of("[".repeat(4000) + "]".repeat(4000)).find(document))
                    .isInstanceOf(InvalidRequestException.class);
        });
    }

    @Test
    @DisplayName("wildcards of many runs take time in proportion, not exponential")
    void wildcards() {
        SecretValue document = SecretValue.of("{\"" + "a".repeat(20_000) + "\":1}");
        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(JsonPath.of("*a".repeat(50) + "*b").find(document))
                        .isEmpty());
    }

    @Test
    @DisplayName("garbage never throws")
    void garbage() {
        Random random = new Random(7);
        String alphabet = "{}[]\",:\\#.|@!*?()=a1~%<> tfn-\n\u00e9";
        String[] paths = {"a", "a.a", "#", "#.a", "#(a==1)#.a", "*", "0.1", "..#", "@reverse", "@keys", "{a,#}", "a|#"};
        assertTimeoutPreemptively(SOON, () -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder document = new StringBuilder(i % 2 == 0 ? "{" : "[");
                for (int j = random.nextInt(40); j > 0; j--) {
                    document.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                SecretValue value = SecretValue.of(document.toString());
                JsonPath.of(paths[i % paths.length]).find(value).ifPresent(JsonValue::text);
                assertThat(JsonObjectMembers.raw(value)).isNotNull();
            }
        });
    }
}
