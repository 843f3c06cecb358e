package dev.eso4j.benchmarks.macro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The runs of one sitting, side by side. */
final class Medians {
    private final List<Map<String, Object>> runs;

    Medians(List<Map<String, Object>> runs) {
        this.runs = runs;
    }

    /** Returns a table with a line for each figure: the median, and in brackets what each run gave. */
    String table() {
        Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();
        for (Map<String, Object> run : runs) {
            run.forEach((name, value) -> {
                if (value instanceof Number number && !name.equals("n")) {
                    figures.computeIfAbsent(name, n -> new LinkedHashMap<>())
                            .computeIfAbsent(String.valueOf(run.get("who")), w -> new ArrayList<>())
                            .add(number.doubleValue());
                }
            });
        }
        StringBuilder table = new StringBuilder();
        figures.forEach((name, byWho) -> byWho.forEach((who, values) -> table.append(
                String.format(Locale.ROOT, "%-22s %-9s %10.3f   (%s)%n", name, who, median(values), each(values)))));
        Map<String, List<Double>> seconds = figures.getOrDefault("seconds", Map.of());
        List<Double> operator = seconds.getOrDefault("operator", List.of());
        List<Double> floor = seconds.getOrDefault("floor", List.of());
        if (!floor.isEmpty() && floor.size() == operator.size()) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < floor.size(); i++) {
                ratios.add(operator.get(i) / floor.get(i));
            }
            table.append(String.format(
                    Locale.ROOT,
                    "%-22s %-9s %10.3f   (%s)%n",
                    "seconds ÷ floor",
                    "operator",
                    median(ratios),
                    each(ratios)));
        }
        return table.toString();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String each(List<Double> values) {
        return values.stream().map(v -> String.format(Locale.ROOT, "%.3f", v)).collect(Collectors.joining(" "));
    }
}
