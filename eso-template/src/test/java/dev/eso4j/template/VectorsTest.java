package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.template.functions.FunctionRegistry;
import dev.eso4j.template.functions.StandardFunctions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Renders every template that was recorded from the existing operator, and prints how many come out the same.
 *
 * <p>{@code -Deso.vectors=lists} prints the differences of the groups or ids that begin so only.
 */
@DisplayName("A template renders to the bytes that were recorded")
class VectorsTest {
    /** Of 2,826 recorded templates 153 end up in an object of a cluster, which is for what uses this module. */
    private static final int RECORDED = 2826 - 153;

    private static final int SHOWN = 40;

    @Test
    @DisplayName("and fails where the existing operator fails")
    void recordedVectors() {
        List<Outcome> outcomes = Vector.mixed().parallelStream()
                .filter(vector -> !vector.json().has("templateAs"))
                .map(vector -> new Outcome(vector, difference(vector)))
                .toList();
        Map<String, List<Outcome>> groups = outcomes.stream()
                .collect(Collectors.groupingBy(outcome -> outcome.vector().group(), TreeMap::new, Collectors.toList()));
        groups.forEach(VectorsTest::print);
        print("all", outcomes);

        String shown = System.getProperty("eso.vectors", "");
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome.difference() != null)
                        .filter(outcome -> outcome.vector().id().startsWith(shown))
                        .map(Outcome::difference)
                        .limit(SHOWN))
                .isEmpty();
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(RECORDED);
    }

    private static void print(String group, List<Outcome> outcomes) {
        long differ = outcomes.stream()
                .filter(outcome -> outcome.difference() != null)
                .count();
        System.out.printf("vectors %-10s %4d of %4d pass%n", group, outcomes.size() - differ, outcomes.size());
    }

    /** What is wrong with a vector, null if nothing is. */
    private static @Nullable String difference(Vector vector) {
        byte[] template = vector.template();
        String how;
        try {
            byte[] output =
                    TemplateEngine.standard().parse(vector.name(), template).execute(vector.data());
            if (vector.matches(output) || vector.beyond()) {
                return null;
            }
            how = new String(output, StandardCharsets.UTF_8);
        } catch (TemplateException e) {
            if (vector.fails() && rightlyUndefined(vector, e) || vector.beyond()) {
                return null;
            }
            how = "error " + e.getMessage();
        }
        return vector.id() + "\n  template " + new String(template, StandardCharsets.UTF_8) + "\n  expected "
                + vector.expected() + "\n  rendered " + how;
    }

    /** A function that there is not must not pass for an error that was recorded. */
    private static boolean rightlyUndefined(Vector vector, TemplateException e) {
        return e.phase() == TemplateException.Phase.EXECUTE
                || e.function() == null
                || vector.expected().contains("function \"");
    }

    private record Outcome(Vector vector, @Nullable String difference) {}

    @Test
    @DisplayName("with functions that can all be loaded")
    void functionsLoad() {
        FunctionRegistry registry = FunctionRegistry.of(StandardFunctions.groups());

        assertThat(registry.names())
                .allSatisfy(name -> assertThat(registry.function(name)).isNotNull());
    }
}
