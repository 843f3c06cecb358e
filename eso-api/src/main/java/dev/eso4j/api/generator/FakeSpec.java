package dev.eso4j.api.generator;

import dev.eso4j.api.ModelFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fixed values, for tests and demonstrations.
 *
 * @param controller The class of operators that use this generator: those started with the same {@code
 *     --controller-class}. Every operator when absent.
 * @param data The result: keys and values, which anyone who may read the generator can see.
 */
@ModelFields
public record FakeSpec(@Nullable String controller, Map<String, String> data) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public FakeSpec {
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Names the keys; the values are not shown. */
    @Override
    public String toString() {
        return "FakeSpec[controller=" + controller + ", data=" + data.keySet() + "]";
    }
}
