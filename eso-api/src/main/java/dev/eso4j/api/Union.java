package dev.eso4j.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object with one member out of many, whose name says what it is.
 *
 * <p>The members are kept as they were read, typed or not, so that one that is not known here loses nothing, and no class
 * is loaded before a member is asked for with {@link #as}. Instances are immutable. {@link #toString} names the members
 * and never shows their content.
 */
public abstract class Union {
    private final String path;
    private final Map<String, @Nullable Object> members;

    /**
     * Keeps a copy of {@code members}.
     *
     * @param path where the union stands in a manifest, for messages, such as {@code spec.provider}
     */
    protected Union(String path, Map<String, @Nullable Object> members) {
        this.path = path;
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Returns the names of the members; a valid union has exactly one. */
    public final Set<String> names() {
        return members.keySet();
    }

    /** Returns the members as they were read. */
    @JsonValue
    public final Map<String, @Nullable Object> members() {
        return members;
    }

    /**
     * Returns the member {@code name} as {@code type}.
     *
     * @throws IllegalArgumentException if there is no such member, or it does not fit; the message names the field and
     *     never its value
     */
    public final <T> T as(String name, Class<T> type) {
        Object member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException(path + "." + name + " is missing");
        }
        return ModelJson.fromTree(path + "." + name, member, type);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Union union && getClass() == union.getClass() && union.members.equals(members);
    }

    @Override
    public final int hashCode() {
        return members.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + members.keySet();
    }
}
