package dev.eso4j.core;

import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.runtime.NamespacedName;
import org.jspecify.annotations.Nullable;

/** Who depends on a watched object: a store, or an ExternalSecret that waits for its target to appear. */
record Dependent(@Nullable StoreIdentity store, @Nullable NamespacedName externalSecret) {}
