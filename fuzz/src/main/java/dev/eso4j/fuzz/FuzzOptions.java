package dev.eso4j.fuzz;

import org.jspecify.annotations.Nullable;

/**
 * How long a run is, from the system properties.
 *
 * @param seed {@code eso.fuzz.seed}: what all inputs follow from
 * @param first {@code eso.fuzz.first}: the number of the first input, to have one again
 * @param count {@code eso.fuzz.count}: inputs for each target; {@code null} leaves it to the test
 * @param seconds {@code eso.fuzz.seconds}: how long each target is fuzzed; 0 if the count decides
 */
record FuzzOptions(long seed, int first, @Nullable Integer count, long seconds) {
    private static final long DEFAULT_SEED = 20_261_124L;

    static FuzzOptions fromProperties() {
        return new FuzzOptions(
                Long.getLong("eso.fuzz.seed", DEFAULT_SEED),
                Integer.getInteger("eso.fuzz.first", 0),
                Integer.getInteger("eso.fuzz.count"),
                Long.getLong("eso.fuzz.seconds", 0));
    }
}
