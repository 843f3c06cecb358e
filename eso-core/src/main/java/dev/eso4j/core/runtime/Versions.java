package dev.eso4j.core.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Orders resourceVersions, which the Kubernetes API makes comparable as decimal numbers (KEP-5504). A cluster whose
 * versions are no numbers still works: all states then count as equally new and the last one to arrive would lose, so
 * such versions get a number that only ever grows.
 */
public final class Versions {
    private static final java.util.concurrent.atomic.AtomicLong FALLBACK =
            new java.util.concurrent.atomic.AtomicLong(1L << 62);

    private Versions() {}

    /** Returns a number by which two states of one object can be ordered. */
    public static long number(@Nullable String resourceVersion) {
        if (resourceVersion == null || resourceVersion.isEmpty()) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < resourceVersion.length(); i++) {
            int digit = resourceVersion.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > 17) {
                return FALLBACK.incrementAndGet();
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
