package dev.eso4j.standalone.metrics;

import dev.eso4j.core.runtime.Controller;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.QueueDepth;
import dev.eso4j.core.runtime.Run;
import java.util.List;
import java.util.Map;

/** What the queues and workers of the moment are, read when somebody asks. */
final class QueueSeries {
    private QueueSeries() {}

    static List<Series> of(List<Controller<NamespacedName>> controllers, Map<String, Integer> callsInFlight) {
        List<String> byName = List.of("name");
        List<String> byController = List.of("controller");
        Series depth = new Series("workqueue_depth", Series.Type.GAUGE, "Keys that wait.", byName);
        Series lanes = new Series("eso_queue_depth", Series.Type.GAUGE, "Keys by lane.", List.of("name", "lane"));
        Series adds = new Series("workqueue_adds_total", Series.Type.COUNTER, "Keys that were added.", byName);
        Series retries = new Series("workqueue_retries_total", Series.Type.COUNTER, "Keys that were retried.", byName);
        Series active =
                new Series("controller_runtime_active_workers", Series.Type.GAUGE, "Busy workers.", byController);
        Series most =
                new Series("controller_runtime_max_concurrent_reconciles", Series.Type.GAUGE, "Workers.", byController);
        Series longest = new Series(
                "workqueue_longest_running_processor_seconds",
                Series.Type.GAUGE,
                "How long the oldest work on a key has been going on.",
                byName);
        Series unfinished = new Series(
                "workqueue_unfinished_work_seconds", Series.Type.GAUGE, "The same, all keys together.", byName);
        Series age = new Series(
                "eso_queue_oldest_seconds",
                Series.Type.GAUGE,
                "How long the oldest key of a lane has been waiting.",
                List.of("name", "lane"));
        Series calls = new Series(
                "eso_provider_calls_in_flight",
                Series.Type.GAUGE,
                "Calls to backends that are under way, those included that wait for their turn.",
                List.of("provider"));
        callsInFlight.forEach((provider, count) -> calls.add(count, provider));
        for (Controller<NamespacedName> controller : controllers) {
            List<Run> running = controller.running();
            longest.add(running.stream().mapToDouble(QueueSeries::seconds).max().orElse(0), controller.name());
            unfinished.add(running.stream().mapToDouble(QueueSeries::seconds).sum(), controller.name());
            QueueDepth d = controller.queue().depth();
            String name = controller.name();
            depth.add(d.changed() + (double) d.refresh(), name);
            lanes.add(d.changed(), name, "changed");
            lanes.add(d.refresh(), name, "refresh");
            lanes.add(d.delayed(), name, "delayed");
            age.add(d.oldestChanged() / 1e9, name, "changed");
            age.add(d.oldestRefresh() / 1e9, name, "refresh");
            adds.add(d.added(), name);
            retries.add(d.retries(), name);
            active.add(controller.active(), name);
            most.add(controller.workers(), name);
        }
        return List.of(depth, lanes, age, adds, retries, longest, unfinished, active, most, calls);
    }

    private static double seconds(Run run) {
        return run.took().toNanos() / 1e9;
    }
}
