package dev.eso4j.core.runtime;

import org.jspecify.annotations.Nullable;

/** Is told when a cached object changes; called in order by one thread at a time; must not block. */
public interface InformerListener<T> {
    /**
     * An object changed.
     *
     * @param before the state known before; {@code null} when it is new
     * @param after the state now; {@code null} when it is gone
     * @param initial whether the object was there when the informer first listed
     */
    void changed(@Nullable T before, @Nullable T after, boolean initial);
}
