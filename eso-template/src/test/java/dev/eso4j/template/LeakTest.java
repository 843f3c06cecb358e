package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a template says of a failure contains no value of the data")
class LeakTest {
    private static final String CANARY = "c4n4ry";

    @Test
    @DisplayName("for any recorded template, with a canary for every value, and behind common functions")
    void canaries() {
        List<String> leaks = new ArrayList<>();
        int failed = 0;
        for (Vector vector : Vector.all()) {
            // Without data there is nothing to leak, and making keys takes time.
            if (vector.data().isEmpty() && vector.group().equals("crypto")) {
                continue;
            }
            for (String value :
                    List.of(CANARY, "{\"" + CANARY + "\": [\"" + CANARY + "\"]}", "-----BEGIN " + CANARY + "-----\n")) {
                Map<String, Object> data = new HashMap<>(vector.data());
                data.replaceAll((key, old) -> value);
                try {
                    TemplateEngine.standard()
                            .parse(vector.name(), vector.template())
                            .execute(data);
                } catch (TemplateException e) {
                    failed++;
                    if ((e + " " + e.reason() + " " + e.getCause()).contains(CANARY)) {
                        leaks.add(vector.id() + ": " + e.getMessage());
                    }
                }
            }
        }
        System.out.println("leak test: " + failed + " failures looked through");

        assertThat(failed).isGreaterThan(1000);
        assertThat(leaks).isEmpty();
    }

    @Test
    @DisplayName("for any recorded template that fails with the data it was recorded with")
    void recordedData() {
        List<String> leaks = new ArrayList<>();
        for (Vector vector : Vector.all()) {
            if (vector.data().isEmpty()) {
                continue;
            }
            String template = new String(vector.template(), java.nio.charset.StandardCharsets.UTF_8);
            try {
                TemplateEngine.standard()
                        .parse(vector.name(), vector.template())
                        .execute(vector.data());
            } catch (TemplateException e) {
                vector.data().values().stream()
                        .filter(value -> value instanceof String text && text.length() > 4)
                        .map(Object::toString)
                        .filter(value -> e.getMessage().contains(value) && !template.contains(value))
                        .forEach(value -> leaks.add(vector.id() + ": " + e.getMessage()));
            }
        }

        assertThat(leaks).isEmpty();
    }
}
