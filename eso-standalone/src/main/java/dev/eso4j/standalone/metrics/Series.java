package dev.eso4j.standalone.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * One metric with its series by label values. Thread-safe.
 */
final class Series {
    /** What a metric counts. */
    enum Type {
        COUNTER,
        GAUGE
    }

    final String name;
    final Type type;
    final String help;
    final List<String> labels;
    private final Map<List<String>, DoubleAdder> values = new ConcurrentHashMap<>();

    Series(String name, Type type, String help, List<String> labels) {
        this.name = name;
        this.type = type;
        this.help = help;
        this.labels = labels;
    }

    void add(double amount, String... labelValues) {
        values.computeIfAbsent(List.of(labelValues), k -> new DoubleAdder()).add(amount);
    }

    void add(double amount, List<String> labelValues) {
        values.computeIfAbsent(labelValues, k -> new DoubleAdder()).add(amount);
    }

    void set(double value, List<String> labelValues) {
        DoubleAdder fresh = new DoubleAdder();
        fresh.add(value);
        values.put(labelValues, fresh);
    }

    Map<List<String>, DoubleAdder> values() {
        return values;
    }
}
