package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.template.functions.FunctionRegistry;
import dev.eso4j.template.functions.StandardFunctions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Renders every template that was recorded from the existing operator, and prints how many come out the same.
 *
 * <p>A vector that renders to something else fails the build. One that needs a function that is still to be written waits for it, unless
 * its group is in {@link #COMPLETE}: there none may wait.
 * {@code -Deso.vectors=lists} prints the first differences of the groups or ids that begin so, {@code
 * -Deso.vectors=differ} those that do not wait for a function.
 */
@DisplayName("A template renders to the bytes that were recorded")
class VectorsTest {
    private static final Set<String> COMPLETE = Set.of(
            "builtin",
            "compare",
            "control",
            "crypto",
            "dates",
            "defaults",
            "dicts",
            "field",
            "json",
            "jwk",
            "lexer",
            "lists",
            "nil",
            "numbers",
            "parser",
            "paths",
            "pem",
            "pkcs12",
            "print",
            "printf",
            "reflect",
            "regex",
            "rsa",
            "semver",
            "strings",
            "url",
            "yaml");

    private static final int SHOWN = 40;

    @Test
    @DisplayName("unless it waits for a function, which none does in a group that is complete")
    void recordedVectors() {
        String shown = System.getProperty("eso.vectors", "-");
        Map<String, Count> counts = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Vector vector : Vector.all()) {
            // Those that end up in an object of a cluster are for what uses this module.
            if (vector.json().has("templateAs")) {
                continue;
            }
            Count count = counts.computeIfAbsent(vector.group(), group -> new Count());
            int waiting = count.waiting;
            String difference = difference(vector, count);
            boolean waits = count.waiting > waiting;
            if (difference != null && (!waits || COMPLETE.contains(vector.group()))) {
                failures.add(difference);
            }
            if (difference != null && (vector.id().startsWith(shown) || shown.equals("differ") && !waits)) {
                differences.add(difference);
            }
        }
        Count all = new Count();
        counts.forEach((group, count) -> {
            System.out.printf("vectors %-10s %s%n", group, count);
            all.add(count);
        });
        System.out.printf("vectors %-10s %s%n", "all", all);
        differences.stream().limit(SHOWN).forEach(System.out::println);

        assertThat(failures).isEmpty();
        assertThat(all.total).isGreaterThanOrEqualTo(2826 - 153);
    }

    /** What is wrong with a vector, null if nothing is. */
    private static String difference(Vector vector, Count count) {
        count.total++;
        byte[] template = vector.template();
        String how;
        try {
            byte[] output =
                    TemplateEngine.standard().parse(vector.name(), template).execute(vector.data());
            if (vector.matches(output) || vector.beyond()) {
                count.passed++;
                return null;
            }
            how = new String(output, StandardCharsets.UTF_8);
        } catch (TemplateException e) {
            if (vector.fails() && rightlyUndefined(vector, e) || vector.beyond()) {
                count.passed++;
                return null;
            }
            if (e.phase() == TemplateException.Phase.PARSE && e.function() != null) {
                count.waiting++;
            }
            how = "error " + e.getMessage();
        }
        return vector.id() + "\n  template " + new String(template, StandardCharsets.UTF_8) + "\n  expected "
                + vector.expected() + "\n  rendered " + how;
    }

    /** A function that is still to be written must not pass for an error that was recorded. */
    private static boolean rightlyUndefined(Vector vector, TemplateException e) {
        return e.phase() == TemplateException.Phase.EXECUTE
                || e.function() == null
                || vector.expected().contains("function \"");
    }

    private static final class Count {
        private int total;
        private int passed;
        private int waiting;

        private void add(Count other) {
            total += other.total;
            passed += other.passed;
            waiting += other.waiting;
        }

        @Override
        public String toString() {
            return "%4d of %4d pass, %4d wait for functions, %4d differ"
                    .formatted(passed, total, waiting, total - passed - waiting);
        }
    }

    @Test
    @DisplayName("with functions that can all be loaded")
    void functionsLoad() {
        FunctionRegistry registry = FunctionRegistry.of(StandardFunctions.groups());

        assertThat(registry.names())
                .allSatisfy(name -> assertThat(registry.function(name)).isNotNull());
    }
}
