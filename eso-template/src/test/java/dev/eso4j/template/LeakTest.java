package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a template says of a failure contains no value of the data")
class LeakTest {
    private static final String CANARY = "c4n4ry";
    private static final List<String> VALUES =
            List.of(CANARY, "{\"" + CANARY + "\": [\"" + CANARY + "\"]}", "-----BEGIN " + CANARY + "-----\n");

    @Test
    @DisplayName("for any recorded template, with a canary for every value, and behind common functions")
    void canaries() {
        List<TemplateException> failures = withData()
                // Passwords are derived from any value alike, and that takes long.
                .flatMap(vector -> VALUES.stream()
                        .limit(vector.id().contains("derivePassword") ? 1 : 3)
                        .map(value -> {
                            Map<String, Object> data = new HashMap<>(vector.data());
                            data.replaceAll((key, old) -> value);
                            return failure(vector, data);
                        }))
                .filter(Objects::nonNull)
                .toList();
        System.out.println("leak test: " + failures.size() + " failures looked through");

        assertThat(failures).hasSizeGreaterThan(1000);
        assertThat(failures.stream().filter(e -> (e + " " + e.reason() + " " + e.getCause()).contains(CANARY)))
                .isEmpty();
    }

    @Test
    @DisplayName("for any recorded template that fails with the data it was recorded with")
    void recordedData() {
        assertThat(withData().filter(LeakTest::leaks).map(Vector::id)).isEmpty();
    }

    private static boolean leaks(Vector vector) {
        String template = new String(vector.template(), StandardCharsets.UTF_8);
        TemplateException failure = failure(vector, vector.data());
        return failure != null
                && vector.data().values().stream()
                        .filter(value -> value instanceof String text && text.length() > 4)
                        .map(Object::toString)
                        .anyMatch(value -> failure.getMessage().contains(value) && !template.contains(value));
    }

    /** Without data there is nothing to leak. */
    private static Stream<Vector> withData() {
        return Vector.mixed().parallelStream().filter(vector -> !vector.data().isEmpty());
    }

    private static @Nullable TemplateException failure(Vector vector, Map<String, Object> data) {
        try {
            TemplateEngine.standard().parse(vector.name(), vector.template()).execute(data);
            return null;
        } catch (TemplateException e) {
            return e;
        }
    }
}
