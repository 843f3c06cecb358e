package dev.eso4j.api.store.fake;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store whose secrets stand in its own manifest, for tests and demonstrations.
 *
 * @param data The secrets of the store.
 * @param validationResult What a check of the store reports: 0 that it is ready, 1 that this is unknown, 2 that it
 *     failed. 0 when absent.
 */
@ModelRecord
public record FakeProvider(
        @Required List<FakeProviderData> data, @Nullable Integer validationResult) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public FakeProvider {
        data = data == null ? List.of() : List.copyOf(data);
    }
}
