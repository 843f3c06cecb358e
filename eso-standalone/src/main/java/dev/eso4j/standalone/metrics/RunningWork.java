package dev.eso4j.standalone.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/** Remembers since when keys are worked on. Thread-safe; a key is never worked on twice at once. */
final class RunningWork {
    private final Map<Run, Long> since = new ConcurrentHashMap<>();

    private record Run(String controller, Object key) {}

    void began(String controller, Object key) {
        since.put(new Run(controller, key), System.nanoTime());
    }

    void ended(String controller, Object key) {
        since.remove(new Run(controller, key));
    }

    double longestSeconds(String controller) {
        return seconds(controller).max().orElse(0);
    }

    double allSeconds(String controller) {
        return seconds(controller).sum();
    }

    private DoubleStream seconds(String controller) {
        long now = System.nanoTime();
        return since.entrySet().stream()
                .filter(e -> e.getKey().controller().equals(controller))
                .mapToDouble(e -> (now - e.getValue()) / 1e9);
    }
}
