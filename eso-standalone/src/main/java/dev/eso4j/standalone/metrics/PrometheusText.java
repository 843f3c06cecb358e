package dev.eso4j.standalone.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * Prints metrics in the text format of Prometheus, version 0.0.4. Our own, because libraries insist on a {@code _total}
 * behind the name of each counter, and one that dashboards know does not have it.
 */
final class PrometheusText {
    private PrometheusText() {}

    static void print(List<Series> series, List<Histogram> histograms, StringBuilder out) {
        series.forEach(s -> series(s, out));
        histograms.forEach(h -> histogram(h, out));
    }

    private static void series(Series metric, StringBuilder out) {
        if (metric.values().isEmpty()) {
            return;
        }
        head(metric.name, metric.type == Series.Type.COUNTER ? "counter" : "gauge", metric.help, out);
        Map<String, Double> lines = new TreeMap<>();
        for (Map.Entry<List<String>, DoubleAdder> entry : metric.values().entrySet()) {
            lines.put(labels(metric.labels, entry.getKey()), entry.getValue().sum());
        }
        lines.forEach((labels, value) -> out.append(metric.name)
                .append(labels)
                .append(' ')
                .append(number(value))
                .append('\n'));
    }

    private static void histogram(Histogram metric, StringBuilder out) {
        if (metric.counts().isEmpty()) {
            return;
        }
        head(metric.name, "histogram", metric.help, out);
        new TreeMap<>(metric.counts()).forEach((value, counts) -> {
            String label = metric.label + "=\"" + escape(value) + "\"";
            long sum = 0;
            for (int i = 0; i <= Histogram.BOUNDS.length; i++) {
                sum += counts.buckets[i].sum();
                String bound = i == Histogram.BOUNDS.length ? "+Inf" : number(Histogram.BOUNDS[i]);
                out.append(metric.name)
                        .append("_bucket{")
                        .append(label)
                        .append(",le=\"")
                        .append(bound);
                out.append("\"} ").append(sum).append('\n');
            }
            out.append(metric.name).append("_sum{").append(label).append("} ");
            out.append(number(counts.sum.sum())).append('\n');
            out.append(metric.name)
                    .append("_count{")
                    .append(label)
                    .append("} ")
                    .append(sum)
                    .append('\n');
        });
    }

    static void head(String name, String type, String help, StringBuilder out) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static String labels(List<String> names, List<String> values) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(names.get(i)).append("=\"").append(escape(values.get(i))).append('"');
        }
        return out.append('}').toString();
    }

    static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
