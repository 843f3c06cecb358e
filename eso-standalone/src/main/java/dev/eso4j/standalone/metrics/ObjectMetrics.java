package dev.eso4j.standalone.metrics;

import dev.eso4j.core.runtime.NamespacedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The metrics about each object of one kind. One entry for each object holds all its numbers, so that an object costs one
 * look-up when it is synced and little memory; series are made when they are read. Thread-safe.
 */
final class ObjectMetrics {
    private static final List<String> EXTENDED =
            List.of("name", "instance", "version", "component", "part-of", "managed-by");

    private final Map<NamespacedName, Numbers> objects = new ConcurrentHashMap<>();
    private final String kind;
    private final String what;
    private final boolean counted;
    private final boolean extendedLabels;

    /** Creates metrics whose names begin with {@code kind}; {@code counted} adds those of calls and errors. */
    ObjectMetrics(String kind, String what, boolean counted, boolean extendedLabels) {
        this.kind = kind;
        this.what = what;
        this.counted = counted;
        this.extendedLabels = extendedLabels;
    }

    void synced(NamespacedName object, @Nullable Map<String, String> labels, long nanos, boolean failed) {
        Numbers numbers = of(object);
        synchronized (numbers) {
            numbers.calls++;
            numbers.errors += failed ? 1 : 0;
            numbers.nanos = nanos;
            numbers.extended = extended(labels);
        }
    }

    void ready(NamespacedName object, @Nullable Map<String, String> labels, boolean ready) {
        Numbers numbers = of(object);
        synchronized (numbers) {
            numbers.ready = ready;
            numbers.extended = extended(labels);
        }
    }

    /** Sets the duration of the last run for an object that has a condition; others have none to go with it. */
    void took(NamespacedName object, long nanos) {
        Numbers numbers = objects.get(object);
        if (numbers != null) {
            synchronized (numbers) {
                numbers.nanos = nanos;
            }
        }
    }

    void gone(NamespacedName object) {
        objects.remove(object);
    }

    private Numbers of(NamespacedName object) {
        return objects.computeIfAbsent(object, k -> new Numbers());
    }

    void print(StringBuilder out) {
        List<NamespacedName> keys = new ArrayList<>(objects.keySet());
        keys.sort(Comparator.comparing(NamespacedName::namespace).thenComparing(NamespacedName::name));
        if (keys.isEmpty()) {
            return;
        }
        if (counted) {
            print(keys, "_sync_calls_total", "counter", "Reconciliations of " + what + ".", n -> n.calls, out);
            print(keys, "_sync_calls_error", "counter", "Reconciliations that failed.", n -> n.errors, out);
        }
        PrometheusText.head(
                kind + "_status_condition",
                "gauge",
                "1 for the state of " + what + " that holds, 0 for the opposite.",
                out);
        for (NamespacedName key : keys) {
            Numbers numbers = objects.get(key);
            Boolean ready = numbers == null ? null : numbers.ready;
            if (numbers != null && ready != null) {
                line(key, numbers, "_status_condition", ",condition=\"Ready\",status=\"False\"", ready ? 0 : 1, out);
                line(key, numbers, "_status_condition", ",condition=\"Ready\",status=\"True\"", ready ? 1 : 0, out);
            }
        }
        print(
                keys,
                "_reconcile_duration",
                "gauge",
                "Duration of the last reconciliation in nanoseconds.",
                n -> n.nanos,
                out);
    }

    private void print(
            List<NamespacedName> keys,
            String suffix,
            String type,
            String help,
            Function<Numbers, Long> value,
            StringBuilder out) {
        PrometheusText.head(kind + suffix, type, help, out);
        for (NamespacedName key : keys) {
            Numbers numbers = objects.get(key);
            if (numbers != null) {
                long number;
                synchronized (numbers) {
                    number = value.apply(numbers);
                }
                if (number >= 0) {
                    line(key, numbers, suffix, "", number, out);
                }
            }
        }
    }

    private void line(NamespacedName key, Numbers numbers, String suffix, String more, long value, StringBuilder out) {
        out.append(kind).append(suffix).append("{name=\"").append(PrometheusText.escape(key.name()));
        out.append("\",namespace=\"")
                .append(PrometheusText.escape(key.namespace()))
                .append('"')
                .append(more);
        List<String> extended = numbers.extended;
        for (int i = 0; i < extended.size(); i++) {
            out.append(",app_kubernetes_io_")
                    .append(EXTENDED.get(i).replace('-', '_'))
                    .append("=\"");
            out.append(PrometheusText.escape(extended.get(i))).append('"');
        }
        out.append("} ").append(value).append('\n');
    }

    private List<String> extended(@Nullable Map<String, String> labels) {
        if (!extendedLabels) {
            return List.of();
        }
        return EXTENDED.stream()
                .map(l -> labels == null ? "" : labels.getOrDefault("app.kubernetes.io/" + l, ""))
                .toList();
    }

    /** The numbers of one object; guarded by itself. */
    private static final class Numbers {
        long calls;
        long errors;
        long nanos = -1;
        volatile @Nullable Boolean ready;
        volatile List<String> extended = List.of();
    }
}
