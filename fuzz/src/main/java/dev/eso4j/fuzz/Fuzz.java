package dev.eso4j.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Fuzzes one target and fails with what its contract forbids.
 *
 * <p>The contract: each input ends within a time and within an amount of memory; it is accepted, or refused by messages or
 * by an exception of a type that is documented; no message is empty, longer than a bound, or holds a value that is secret;
 * nothing that looks like a stack trace is printed. Inputs are read on a thread with half of the usual stack.
 *
 * <p>A run is short unless {@code -Deso.fuzz.count=} or {@code -Deso.fuzz.seconds=} (for each target) say otherwise; its
 * inputs follow from {@code -Deso.fuzz.seed=}. A failure says how to have its input again. Not thread-safe.
 *
 * @param <T> the inputs
 */
public final class Fuzz<T> {
    private static final int MOST_FAILURES = 8;

    private final String name;
    private final Function<Chaos, T> maker;
    private final List<T> given = new ArrayList<>();
    private final Contract<T> contract = new Contract<>();
    private int count = 500;

    private Fuzz(String name, Function<Chaos, T> maker) {
        this.name = name;
        this.maker = maker;
    }

    /** Returns the fuzzing of a target by what {@code maker} makes. */
    public static <T> Fuzz<T> of(String name, Function<Chaos, T> maker) {
        return new Fuzz<>(name, maker);
    }

    /** Sets the number of inputs of a short run; 500 by default. */
    public Fuzz<T> count(int inputs) {
        this.count = inputs;
        return this;
    }

    /** Adds inputs that every run begins with. */
    @SafeVarargs
    public final Fuzz<T> first(T... inputs) {
        given.addAll(List.of(inputs));
        return this;
    }

    /** Adds a type by which the target documents to refuse; none by default. */
    public Fuzz<T> refusedBy(Class<? extends RuntimeException> type) {
        contract.refusals.add(type);
        return this;
    }

    /** Sets what must hold for each message, for example that it names the place. */
    public Fuzz<T> everyMessage(String rule, BiPredicate<T, String> holds) {
        contract.rule = rule;
        contract.holds = holds;
        return this;
    }

    /** Sets how long a message can be; 8,000 characters by default. */
    public Fuzz<T> longestMessage(int characters) {
        contract.longestMessage = characters;
        return this;
    }

    /** Sets the secret value in an input, of which no message may have a part; empty if there is none in that one. */
    public Fuzz<T> neverSaying(Function<T, String> canary) {
        contract.canary = canary;
        return this;
    }

    /** Sets how long one input can take; 20 s by default, which is meant for slow machines. */
    public Fuzz<T> within(Duration time) {
        contract.time = time;
        return this;
    }

    /** Sets how much one input can allocate in all; 512 MiB by default. */
    public Fuzz<T> allocating(long bytes) {
        contract.allocation = bytes;
        return this;
    }

    /**
     * Runs and prints the counts.
     *
     * @throws AssertionError with all kinds of failures that were found
     */
    public Tally run(Subject<T> subject) {
        return run(FuzzOptions.fromProperties(), subject);
    }

    Tally run(FuzzOptions options, Subject<T> subject) {
        long begin = System.nanoTime();
        int inputs = options.count() == null ? count : options.count();
        Map<String, String> failures = new LinkedHashMap<>();
        int tried = 0;
        int accepted = 0;
        try (Reading<T> reading = new Reading<>(contract, subject)) {
            List<T> begins = options.first() == 0 ? given : List.of();
            for (int i = 0; i < begins.size() && failures.size() < MOST_FAILURES && !reading.stuck(); i++, tried++) {
                accepted += one(reading, begins.get(i), "given input " + i, failures) ? 1 : 0;
            }
            for (int i = options.first();
                    goesOn(options, inputs, i, begin) && failures.size() < MOST_FAILURES && !reading.stuck();
                    i++, tried++) {
                String which = "input " + i + ", to have again with -Deso.fuzz.seed=" + options.seed()
                        + " -Deso.fuzz.first=" + i + " -Deso.fuzz.count=1";
                accepted += one(reading, maker.apply(new Chaos(seed(options.seed(), i))), which, failures) ? 1 : 0;
            }
        }
        System.out.printf(
                "fuzz %s: seed %d, %d inputs: %d accepted, %d refused, in %d ms%n",
                name, options.seed(), tried, accepted, tried - accepted, (System.nanoTime() - begin) / 1_000_000);
        if (!failures.isEmpty()) {
            throw new AssertionError(name + " breaks its contract:\n" + String.join("\n\n", failures.values()));
        }
        return new Tally(tried, accepted, tried - accepted);
    }

    private static boolean goesOn(FuzzOptions options, int inputs, int i, long begin) {
        return options.seconds() > 0
                ? System.nanoTime() - begin < options.seconds() * 1_000_000_000L
                : i < options.first() + inputs;
    }

    private long seed(long base, int i) {
        long mixed = base * 0x9E3779B97F4A7C15L + name.hashCode();
        return (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L + i * 0x94D049BB133111EBL;
    }

    private boolean one(Reading<T> reading, T input, String which, Map<String, String> failures) {
        Reading.Outcome outcome = reading.of(input);
        if (outcome.failure() != null) {
            failures.putIfAbsent(outcome.kind(), which + ": " + outcome.failure() + "\ninput: " + shown(input));
        }
        return outcome.accepted();
    }

    private static String shown(Object input) {
        String text =
                input instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(input);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 1500); i++) {
            char c = text.charAt(i);
            out.append(c < ' ' && c != '\n' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return out + (text.length() > 1500 ? "… (" + text.length() + " characters)" : "");
    }
}
