package dev.eso4j.standalone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.OperatorSnapshot;
import dev.eso4j.core.runtime.Run;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /debug/state} shows: what the process is busy with, as JSON, without a value of a secret. Its size does not
 * grow with the cluster. Thread-safe.
 */
final class DebugPage {
    private final Supplier<Optional<EsoOperator>> operator;
    private final Supplier<@Nullable Boolean> leader;
    private final Supplier<Map<String, Long>> requests;
    private final Duration stuckAfter;
    private final long started = System.nanoTime();

    /**
     * Creates the page.
     *
     * @param operator the operator, if it runs
     * @param leader whether this replica holds the lease; {@code null} without an election
     * @param requests how many requests were sent, by verb and resource
     * @param stuckAfter how long a run may take before it counts as stuck; zero if none does
     */
    DebugPage(
            Supplier<Optional<EsoOperator>> operator,
            Supplier<@Nullable Boolean> leader,
            Supplier<Map<String, Long>> requests,
            Duration stuckAfter) {
        this.operator = operator;
        this.leader = leader;
        this.requests = requests;
        this.stuckAfter = stuckAfter;
    }

    /** Returns the page. */
    String json() {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("version", Version.text());
        page.put("uptimeSeconds", seconds(Duration.ofNanos(System.nanoTime() - started)));
        Boolean leads = leader.get();
        page.put("leader", leads == null ? "no election" : leads ? "yes" : "no");
        OperatorSnapshot snapshot =
                operator.get().map(o -> o.insight().snapshot()).orElse(null);
        page.put(
                "state",
                snapshot == null ? "WAITING" : snapshot.health().state().name());
        if (snapshot != null) {
            ArrayNode troubles = page.putArray("troubles");
            snapshot.health().troubles().forEach(troubles::add);
            snapshot.queues().forEach(queue -> queue(queue, page.withArray("queues")));
            page.put("storesInAll", snapshot.storesInAll());
            snapshot.stores().forEach(store -> store(store, page.withArray("stores")));
            page.put("failuresInAll", snapshot.failuresInAll());
            snapshot.failures()
                    .forEach(failure -> page.withArray("failures")
                            .addObject()
                            .put("externalSecret", failure.namespace() + "/" + failure.name())
                            .put("since", failure.since())
                            .put("reason", failure.reason())
                            .put("message", failure.message()));
            snapshot.cached().forEach(page.putObject("cached")::put);
            page.put("droppedEvents", snapshot.droppedEvents());
        }
        requests.get().forEach(page.putObject("requests")::put);
        process(page.putObject("process"));
        return page.toPrettyString() + "\n";
    }

    private void queue(OperatorSnapshot.Queue queue, ArrayNode queues) {
        ObjectNode node = queues.addObject();
        node.put("controller", queue.controller()).put("workers", queue.workers());
        ObjectNode lanes = node.putObject("lanes");
        lanes.putObject("changed")
                .put("depth", queue.depth().changed())
                .put("oldestSeconds", seconds(Duration.ofNanos(queue.depth().oldestChanged())));
        lanes.putObject("refresh")
                .put("depth", queue.depth().refresh())
                .put("oldestSeconds", seconds(Duration.ofNanos(queue.depth().oldestRefresh())));
        lanes.putObject("delayed").put("depth", queue.depth().delayed());
        node.put("added", queue.depth().added()).put("retries", queue.depth().retries());
        ArrayNode running = node.putArray("running");
        queue.running().stream().limit(OperatorSnapshot.MOST).forEach(run -> run(run, running.addObject()));
    }

    private void run(Run run, ObjectNode node) {
        node.put("key", run.key().toString()).put("reconcileID", run.id()).put("seconds", seconds(run.took()));
        if (!stuckAfter.isZero() && run.took().compareTo(stuckAfter) > 0) {
            node.put("stuck", true);
        }
    }

    private static void store(OperatorSnapshot.Store store, ArrayNode stores) {
        ObjectNode node = stores.addObject()
                .put("kind", store.kind())
                .put("name", store.namespace().isEmpty() ? store.name() : store.namespace() + "/" + store.name())
                .put("provider", store.provider())
                .put("ready", store.ready())
                .put("reason", store.reason())
                .put("message", store.message());
        Duration since = store.sinceCheck();
        if (since != null) {
            node.put("secondsSinceCheck", seconds(since));
        }
        node.put("clients", store.clients()).put("callsInFlight", store.callsInFlight());
    }

    private static void process(ObjectNode node) {
        Runtime runtime = Runtime.getRuntime();
        node.put("heapUsedBytes", runtime.totalMemory() - runtime.freeMemory());
        node.put("heapMaxBytes", runtime.maxMemory());
        node.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        node.put("java", Runtime.version().toString().toLowerCase(Locale.ROOT));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
