package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.Union;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.crd.PreserveUnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The union under {@code spec.provider}: one member whose name says which provider serves the store.
 *
 * <p>A provider turns its own member into its own record with {@link #as}; the classes of other providers are never
 * loaded.
 */
@MemberCount(min = 1, max = 1)
@PreserveUnknownFields
public final class SecretStoreProviderSpec extends Union {
    private SecretStoreProviderSpec(Map<String, @Nullable Object> members) {
        super("spec.provider", members);
    }

    /** Returns the union with the given members, each a tree of maps, lists, strings, numbers and booleans. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SecretStoreProviderSpec of(Map<String, @Nullable Object> members) {
        return new SecretStoreProviderSpec(members);
    }

    /** Returns the union whose single member is {@code config}, a record of the model or of a provider. */
    public static SecretStoreProviderSpec of(String name, Object config) {
        return new SecretStoreProviderSpec(Map.of(name, ModelJson.toTree(config)));
    }
}
