package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.NamespacedName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A day on a clock that the test moves, with ExternalSecrets of many intervals, values that change, failures, targets that
 * never appear, stores with credentials, and objects that come and go. {@code -Deso.day.objects=5000} makes it the size
 * of a big installation, {@code -Deso.day.hours} another length.
 */
@DisplayName("In a day of work")
class DayOfWorkTest {
    private static final int OBJECTS = Integer.getInteger("eso.day.objects", 400);
    private static final int HOURS = Integer.getInteger("eso.day.hours", 24);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final List<String> INTERVALS = List.of("1h", "1h", "6h", "1h", "30m", "1h", "24h", "0", "15m", "1h");
    private static final NamespacedName NOBODY = new NamespacedName("nobody", "nobody");
    /** The cluster in memory keeps a history of its own, which is not the operator's. */
    private static final Pattern OURS = Pattern.compile(
            "^dev\\.eso4j\\.(api|core|standalone)\\.(?!core\\.cluster|cluster\\.|externalsecret\\.External|store\\.S)");

    private final Operating operating = Operating.standingStill();
    private int hour;

    private void steadyWork() {
        for (int i = 0; i < 20; i++) {
            operating.provider.backend().put("key-" + i, "value-" + i);
        }
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < OBJECTS; i++) {
            String key = i % 50 == 49 ? "nowhere-" + i : "key-" + i % 20;
            String interval = INTERVALS.get(i % INTERVALS.size());
            String target =
                    i % 100 == 17 ? "{name: never-" + i + ", creationPolicy: Merge}" : "{creationPolicy: Owner}";
            yaml.append(externalSecret("es-" + i, "store", key, interval, target));
        }
        operating.cluster.load(yaml.toString());
    }

    private static String externalSecret(String name, String store, String key, String interval, String target) {
        return """
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: %s, namespace: shop}
                spec:
                  refreshInterval: "%s"
                  secretStoreRef: {name: %s}
                  target: %s
                  data: [{secretKey: k, remoteRef: {key: %s}}]
                """.formatted(name, interval, store, target, key);
    }

    /** What comes this hour and goes the next. */
    private void passers() {
        String of = "-of-" + hour;
        operating.cluster.load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store%s, namespace: shop}
                spec: {provider: {recording: {}}}
                """.formatted(of));
        for (int i = 0; i < 4; i++) {
            operating.cluster.load(externalSecret(
                            "pass-" + i + of, "store" + of, "key-1", "1h", "{deletionPolicy: Retain}")
                    + externalSecret("lost-" + i + of, "store" + of, "gone-" + i + of, "1h", "{deletionPolicy: Retain}")
                    + externalSecret(
                            "wait-" + i + of,
                            "store",
                            "key-2",
                            "1h",
                            "{name: none-" + i + of + ", creationPolicy: Merge}"));
        }
    }

    private void passersGo() {
        String of = "-of-" + hour;
        for (int i = 0; i < 4; i++) {
            for (String name : List.of("pass-", "lost-", "wait-")) {
                operating.cluster.delete(ResourceType.EXTERNAL_SECRETS, "shop", name + i + of, Preconditions.none());
            }
        }
        operating.cluster.delete(ResourceType.SECRET_STORES, "shop", "store" + of, Preconditions.none());
    }

    private void anHour() {
        passers();
        operating.provider.backend().put("key-" + hour % 20, "value of hour " + hour);
        for (Duration t = Duration.ZERO; t.compareTo(Duration.ofHours(1)) < 0; t = t.plus(STEP)) {
            operating.nanos.addAndGet(STEP.toNanos());
            quiet();
            operating.provider.forgetCalls();
        }
        passersGo();
        quiet();
        Awaitility.await("what is gone is forgotten")
                .pollInterval(Duration.ofMillis(2))
                .until(() -> operating.operator.insight().snapshot().cached().get("ExternalSecret") == OBJECTS);
        quiet();
        hour++;
    }

    /** Makes the workers look at the clock, and waits until they have nothing to do. */
    private void quiet() {
        operating.operator.controllers().forEach(c -> c.queue().changed(NOBODY));
        Awaitility.await("the work of hour " + hour)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> operating.operator.controllers().stream()
                        .map(c -> c.queue().depth())
                        .allMatch(d -> d.changed() == 0 && d.refresh() == 0 && d.inWork() == 0));
    }

    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        operating
                .operator
                .controllers()
                .forEach(c -> sizes.put(
                        "delayed in " + c.name(), (long) c.queue().depth().delayed()));
        operating.operator.insight().snapshot().cached().forEach((kind, n) -> sizes.put("cached " + kind, (long) n));
        sizes.put("metric lines", operating.metrics.text().lines().count());
        sizes.put("gates", (long) operating.operator.insight().gates().size());
        sizes.put("clients", (long) operating.provider.openClients());
        sizes.put("threads", (long) Thread.getAllStackTraces().size());
        return sizes;
    }

    @Test
    @DisplayName("nothing grows after the first hours: no queue, cache, series, client, thread, nor any object of ours")
    void nothingGrows() {
        try (operating) {
            steadyWork();
            operating.start();
            quiet();
            anHour();
            anHour();
            Map<String, Long> sizesBefore = sizes();
            Map<String, Long> objectsBefore = LiveObjects.of(OURS);
            long worked = syncs();
            while (hour < HOURS) {
                anHour();
            }
            Map<String, Long> sizes = sizes();
            Map<String, Long> objects = LiveObjects.of(OURS);
            System.out.println(OBJECTS + " ExternalSecrets, " + HOURS + " hours, " + (syncs() - worked)
                    + " syncs; after 2 hours " + sizesBefore + ", at the end " + sizes);
            assertThat(syncs() - worked).as("work was done").isGreaterThan(OBJECTS * (HOURS - 2L) / 2);
            assertThat(grown(sizesBefore, sizes)).as("sizes").isEmpty();
            assertThat(objectsBefore).as("classes that were counted").hasSizeGreaterThan(20);
            assertThat(grown(objectsBefore, objects)).as("live objects").isEmpty();
        }
    }

    private long syncs() {
        return operating
                .metrics
                .text()
                .lines()
                .filter(line -> line.startsWith("externalsecret_sync_calls_total{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What comes and goes leaves 22 hours × 12 objects behind if anything; a few are in flight at any moment. */
    private static Map<String, String> grown(Map<String, Long> before, Map<String, Long> after) {
        Map<String, String> grown = new TreeMap<>();
        after.forEach((name, count) -> {
            long was = before.getOrDefault(name, 0L);
            if (count > was + Math.max(10, was / 50)) {
                grown.put(name, was + " -> " + count);
            }
        });
        return grown;
    }
}
