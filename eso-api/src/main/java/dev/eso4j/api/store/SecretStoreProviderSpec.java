package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.crd.PreserveUnknownFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The union under {@code spec.provider}: one member whose name says which provider serves the store.
 *
 * <p>The members are kept as they were read, typed or not, so that a provider that is not known here loses nothing. A
 * provider turns its own member into its own record with {@link #as}; the classes of other providers are never loaded.
 * Instances are immutable. {@link #toString} names the members and never shows their content.
 */
@MemberCount(min = 1, max = 1)
@PreserveUnknownFields
public final class SecretStoreProviderSpec {
    private final Map<String, @Nullable Object> members;

    private SecretStoreProviderSpec(Map<String, @Nullable Object> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
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

    /** Returns the names of the members; a valid store has exactly one. */
    public Set<String> names() {
        return members.keySet();
    }

    /** Returns the members as they were read. */
    @JsonValue
    public Map<String, @Nullable Object> members() {
        return members;
    }

    /**
     * Returns the member {@code name} as {@code type}.
     *
     * @throws IllegalArgumentException if there is no such member, or it does not fit; the message names the field and
     *     never its value
     */
    public <T> T as(String name, Class<T> type) {
        Object member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("spec.provider." + name + " is missing");
        }
        return ModelJson.fromTree("spec.provider." + name, member, type);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretStoreProviderSpec spec && spec.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "SecretStoreProviderSpec" + members.keySet();
    }
}
