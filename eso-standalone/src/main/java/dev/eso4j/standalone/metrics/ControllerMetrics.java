package dev.eso4j.standalone.metrics;

import dev.eso4j.core.runtime.Result;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What controllers did. All numbers of one controller stand together, so that a run costs no search by labels; series are
 * made when they are read. Thread-safe.
 */
final class ControllerMetrics {
    private final Map<String, Numbers> controllers = new ConcurrentHashMap<>();

    /** The numbers of one controller. */
    static final class Numbers {
        final LongAdder success = new LongAdder();
        final LongAdder error = new LongAdder();
        final LongAdder requeue = new LongAdder();
        final LongAdder requeueAfter = new LongAdder();
        final Histogram.Counts waited = new Histogram.Counts();
        final Histogram.Counts reconciled = new Histogram.Counts();
        final Histogram.Counts worked = new Histogram.Counts();

        void ended(Result result) {
            (result instanceof Result.After || result instanceof Result.Wait
                            ? requeueAfter
                            : result instanceof Result.Retry || result instanceof Result.Blocked ? requeue : success)
                    .increment();
        }
    }

    /** Returns the numbers of a controller; zero at first: a counter that comes with the first error has no rate then. */
    Numbers of(String controller) {
        Numbers numbers = controllers.get(controller);
        return numbers == null ? controllers.computeIfAbsent(controller, name -> new Numbers()) : numbers;
    }

    List<Series> series() {
        Series reconciles = new Series(
                "controller_runtime_reconcile_total",
                Series.Type.COUNTER,
                "Reconciliations by controller.",
                List.of("controller", "result"));
        Series errors = new Series(
                "controller_runtime_reconcile_errors_total",
                Series.Type.COUNTER,
                "Failed reconciliations by controller.",
                List.of("controller"));
        controllers.forEach((name, numbers) -> {
            reconciles.add(numbers.success.sum(), name, "success");
            reconciles.add(numbers.error.sum(), name, "error");
            reconciles.add(numbers.requeue.sum(), name, "requeue");
            reconciles.add(numbers.requeueAfter.sum(), name, "requeue_after");
            errors.add(numbers.error.sum(), name);
        });
        return List.of(reconciles, errors);
    }

    List<Histogram> histograms() {
        Histogram waited = new Histogram(
                "workqueue_queue_duration_seconds", "How long keys waited before a worker took them.", "name");
        Histogram reconciled = new Histogram(
                "controller_runtime_reconcile_time_seconds", "Duration of reconciliations.", "controller");
        Histogram worked = new Histogram("workqueue_work_duration_seconds", "Duration of the work on a key.", "name");
        controllers.forEach((name, numbers) -> {
            waited.counts().put(name, numbers.waited);
            reconciled.counts().put(name, numbers.reconciled);
            worked.counts().put(name, numbers.worked);
        });
        return List.of(waited, reconciled, worked);
    }
}
