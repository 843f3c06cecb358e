package dev.eso4j.template.functions;

import dev.eso4j.template.limit.Budget;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a function may use of the world during one execution. */
public final class Surroundings {
    private final Budget budget;
    private final Clock clock;
    private final ZoneId zone;
    private final Supplier<SecureRandom> random;
    private final Consumer<String> warnings;
    private final boolean trial;

    public Surroundings(
            Budget budget, Clock clock, ZoneId zone, Supplier<SecureRandom> random, Consumer<String> warnings) {
        this(budget, clock, zone, random, warnings, false);
    }

    private Surroundings(
            Budget budget,
            Clock clock,
            ZoneId zone,
            Supplier<SecureRandom> random,
            Consumer<String> warnings,
            boolean trial) {
        this.budget = budget;
        this.clock = clock;
        this.zone = zone;
        this.random = random;
        this.warnings = warnings;
        this.trial = trial;
    }

    /** The same for a trial run, with an account of its own and nobody who hears warnings. */
    public Surroundings forTrial() {
        return new Surroundings(new Budget(budget.limits()), clock, zone, random, warning -> {}, true);
    }

    /** Whether costly functions are to be left out, see {@link Trial}. */
    public boolean trial() {
        return trial;
    }

    public Budget budget() {
        return budget;
    }

    public Clock clock() {
        return clock;
    }

    /** The zone that Go calls Local; UTC unless set otherwise. */
    public ZoneId zone() {
        return zone;
    }

    /** A cryptographic source; it is opened at the first use. */
    public SecureRandom random() {
        return random.get();
    }

    /** Tells whoever rendered about a result that is correct and hardly meant; without a value, as an error would be. */
    public void warn(String message) {
        warnings.accept(message);
    }
}
