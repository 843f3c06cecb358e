package dev.eso4j.benchmarks.macro;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests the API server has counted, by verb and resource, such as {@code PATCH externalsecrets/status}. Only
 * resources that an operator works with are counted; watches and lists are, once they have ended.
 */
record RequestCounts(Map<String, Long> counts) {
    private static final Set<String> RESOURCES =
            Set.of("externalsecrets", "secrets", "secretstores", "clustersecretstores", "events");
    private static final Pattern LINE =
            Pattern.compile("^apiserver_request_total\\{([^}]*)\\} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    static RequestCounts parse(String metrics) {
        Map<String, Long> counts = new TreeMap<>();
        Matcher line = LINE.matcher(metrics);
        while (line.find()) {
            Map<String, String> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(line.group(1));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            String resource = labels.getOrDefault("resource", "");
            if (RESOURCES.contains(resource)) {
                String sub = labels.getOrDefault("subresource", "");
                String name = labels.get("verb") + " " + resource + (sub.isEmpty() ? "" : "/" + sub);
                counts.merge(name, (long) Double.parseDouble(line.group(2)), Long::sum);
            }
        }
        return new RequestCounts(counts);
    }

    RequestCounts since(RequestCounts before) {
        Map<String, Long> delta = new TreeMap<>();
        counts.forEach((name, count) -> {
            long more = count - before.counts.getOrDefault(name, 0L);
            if (more > 0) {
                delta.put(name, more);
            }
        });
        return new RequestCounts(delta);
    }

    /** Returns how many requests wrote something; events do not count. */
    long writes() {
        return sum("POST", "PUT", "PATCH", "APPLY", "DELETE");
    }

    /** Returns how many requests read single objects. */
    long reads() {
        return sum("GET");
    }

    private long sum(String... verbs) {
        Set<String> wanted = Set.of(verbs);
        return counts.entrySet().stream()
                .filter(e -> !e.getKey().endsWith(" events")
                        && wanted.contains(e.getKey().split(" ")[0]))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
