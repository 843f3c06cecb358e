package dev.eso4j.standalone.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Durations in seconds, counted in buckets, for each value of one label. Thread-safe. */
final class Histogram {
    static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    final String name;
    final String help;
    final String label;
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

    Histogram(String name, String help, String label) {
        this.name = name;
        this.help = help;
        this.label = label;
    }

    void observe(String labelValue, long nanos) {
        Counts known = counts.get(labelValue);
        (known == null ? counts.computeIfAbsent(labelValue, k -> new Counts()) : known).observe(nanos);
    }

    Map<String, Counts> counts() {
        return counts;
    }

    /** The counts of one label value; the last bucket has no bound. */
    static final class Counts {
        final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        final DoubleAdder sum = new DoubleAdder();

        Counts() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void observe(long nanos) {
            double seconds = nanos / 1e9;
            int bucket = 0;
            while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
                bucket++;
            }
            buckets[bucket].increment();
            sum.add(seconds);
        }
    }
}
