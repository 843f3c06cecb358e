package dev.eso4j.standalone.metrics;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.StoreListener;
import dev.eso4j.core.cluster.RequestListener;
import dev.eso4j.core.externalsecret.SyncListener;
import dev.eso4j.core.runtime.Controller;
import dev.eso4j.core.runtime.ControllerListener;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Result;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of an operator. Names, labels and units are those of the existing operator, durations in nanoseconds
 * included, so that dashboards keep working; histograms in seconds stand beside them. Thread-safe.
 */
public final class OperatorMetrics
        implements SyncListener, StoreListener, ControllerListener, CallListener, RequestListener {
    private static final List<String> EXTENDED =
            List.of("name", "instance", "version", "component", "part-of", "managed-by");

    private static final List<String> RESULTS = List.of("success", "error", "requeue", "requeue_after");

    private final boolean extendedLabels;
    final List<Series> series = new ArrayList<>();
    final List<Histogram> histograms = new ArrayList<>();
    private final Series syncCalls;
    private final Series syncErrors;
    private final Series conditions;
    private final Series durations;
    private final Series providerCalls;
    private final Series storeConditions;
    private final Series clusterStoreConditions;
    private final Series storeDurations;
    private final Series clusterStoreDurations;
    private final Series reconciles;
    private final Series reconcileErrors;
    private final Series requests;
    private final Series leader;
    private final Histogram reconcileTime;
    private final Histogram workTime;
    private final Histogram callTime;
    private final RunningWork running = new RunningWork();
    private volatile Supplier<List<Controller<NamespacedName>>> controllers = List::of;

    /** Creates metrics without series; with {@code extendedLabels}, those about objects carry six labels more. */
    public OperatorMetrics(boolean extendedLabels) {
        this.extendedLabels = extendedLabels;
        List<String> base = labels("name", "namespace");
        List<String> condition = labels("name", "namespace", "condition", "status");
        syncCalls = counter("externalsecret_sync_calls_total", "Reconciliations of an ExternalSecret.", base);
        syncErrors = counter("externalsecret_sync_calls_error", "Reconciliations that failed.", base);
        conditions =
                gauge("externalsecret_status_condition", "1 for the state that holds, 0 for the opposite.", condition);
        durations =
                gauge("externalsecret_reconcile_duration", "Duration of the last reconciliation in nanoseconds.", base);
        providerCalls = counter(
                "externalsecret_provider_api_calls_count", "Calls to backends.", List.of("provider", "call", "status"));
        storeConditions = gauge("secretstore_status_condition", "State of a SecretStore.", condition);
        clusterStoreConditions =
                gauge("clustersecretstore_status_condition", "State of a ClusterSecretStore.", condition);
        storeDurations = gauge("secretstore_reconcile_duration", "Duration of the last check in nanoseconds.", base);
        clusterStoreDurations =
                gauge("clustersecretstore_reconcile_duration", "Duration of the last check in nanoseconds.", base);
        reconciles = counter(
                "controller_runtime_reconcile_total",
                "Reconciliations by controller.",
                List.of("controller", "result"));
        reconcileErrors = counter(
                "controller_runtime_reconcile_errors_total",
                "Failed reconciliations by controller.",
                List.of("controller"));
        requests =
                counter("rest_client_requests_total", "Requests to the API server.", List.of("code", "host", "method"));
        leader = gauge("leader_election_master_status", "1 while this replica holds the lease.", List.of("name"));
        reconcileTime =
                histogram("controller_runtime_reconcile_time_seconds", "Duration of reconciliations.", "controller");
        workTime = histogram("workqueue_work_duration_seconds", "Duration of the work on a key.", "name");
        callTime = histogram("eso_provider_call_seconds", "Duration of calls to backends.", "provider");
    }

    /** Sets where queue depths are read from. */
    public void controllers(Supplier<List<Controller<NamespacedName>>> controllers) {
        this.controllers = controllers;
    }

    /** Says whether this replica holds the lease. */
    public void leading(String lease, boolean leads) {
        leader.set(leads ? 1 : 0, List.of(lease));
    }

    @Override
    public void synced(
            ExternalSecret externalSecret, @Nullable ExternalSecretStatus status, Duration took, boolean failed) {
        List<String> object = values(
                externalSecret.getMetadata().getLabels(),
                externalSecret.getMetadata().getName(),
                externalSecret.getMetadata().getNamespace());
        syncCalls.add(1, object);
        if (failed) {
            syncErrors.add(1, object);
        }
        durations.set(took.toNanos(), object);
        if (status != null) {
            status.conditions().stream()
                    .filter(c -> c.type().equals("Ready"))
                    .forEach(c -> condition(
                            conditions,
                            externalSecret.getMetadata().getLabels(),
                            externalSecret.getMetadata().getName(),
                            externalSecret.getMetadata().getNamespace(),
                            c.status().equals("True")));
        }
    }

    @Override
    public void gone(NamespacedName key) {
        for (Series s : List.of(syncCalls, syncErrors, conditions, durations)) {
            s.remove(l -> l.get(0).equals(key.name()) && l.get(1).equals(key.namespace()));
        }
    }

    @Override
    public void checked(StoreObject store, StoreVerdict verdict) {
        String namespace = store.metadata().getNamespace();
        condition(
                store.clusterScoped() ? clusterStoreConditions : storeConditions,
                store.metadata().getLabels(),
                store.metadata().getName(),
                namespace == null ? "" : namespace,
                verdict.usable());
    }

    @Override
    public void gone(boolean clusterScoped, NamespacedName name) {
        for (Series s : clusterScoped
                ? List.of(clusterStoreConditions, clusterStoreDurations)
                : List.of(storeConditions, storeDurations)) {
            s.remove(l -> l.get(0).equals(name.name()) && l.get(1).equals(name.namespace()));
        }
    }

    @Override
    public void began(String controller, Object key) {
        running.began(controller, key);
    }

    @Override
    public void ended(String controller, Object key, long nanos) {
        running.ended(controller, key);
        workTime.observe(controller, nanos);
        if (key instanceof NamespacedName name && controller.endsWith("secretstore")) {
            boolean clusterScoped = controller.startsWith("cluster");
            // One that is gone, or of another class, has no condition here, and gets no duration either.
            if ((clusterScoped ? clusterStoreConditions : storeConditions)
                    .any(l -> l.get(0).equals(name.name()) && l.get(1).equals(name.namespace()))) {
                (clusterScoped ? clusterStoreDurations : storeDurations)
                        .set(nanos, values(null, name.name(), name.namespace()));
            }
        }
    }

    @Override
    public void reconciled(String controller, Result result, long nanos) {
        String text = result instanceof Result.After
                ? "requeue_after"
                : result instanceof Result.Retry ? "requeue" : "success";
        reconciles.add(1, controller, text);
        reconcileTime.observe(controller, nanos);
    }

    @Override
    public void failed(String controller, long nanos) {
        reconciles.add(1, controller, "error");
        reconcileErrors.add(1, controller);
        reconcileTime.observe(controller, nanos);
    }

    @Override
    public void called(String provider, StoreIdentity store, String operation, boolean success, long nanos) {
        providerCalls.add(
                1, CallNames.provider(provider), CallNames.call(provider, operation), success ? "success" : "error");
        callTime.observe(provider, nanos);
    }

    @Override
    public void completed(Request request) {
        requests.add(
                1, request.code() == 0 ? "<error>" : String.valueOf(request.code()), request.host(), request.method());
    }

    /** Returns all metrics in the text format of Prometheus, version 0.0.4. */
    public String text() {
        for (Controller<NamespacedName> controller : controllers.get()) {
            // A counter that only appears with the first error has no rate when that error comes.
            RESULTS.forEach(result -> reconciles.add(0, controller.name(), result));
            reconcileErrors.add(0, controller.name());
        }
        return PrometheusText.of(series, histograms, QueueSeries.of(controllers.get(), running));
    }

    private void condition(
            Series metric, @Nullable Map<String, String> labels, String name, String namespace, boolean ready) {
        List<String> current = values(labels, name, namespace, "Ready", ready ? "True" : "False");
        List<String> opposite = values(labels, name, namespace, "Ready", ready ? "False" : "True");
        metric.remove(
                l -> l.get(0).equals(name) && l.get(1).equals(namespace) && !l.equals(current) && !l.equals(opposite));
        metric.set(0, opposite);
        metric.set(1, current);
    }

    private List<String> labels(String... base) {
        List<String> all = new ArrayList<>(List.of(base));
        if (extendedLabels) {
            EXTENDED.forEach(l -> all.add("app_kubernetes_io_" + l.replace('-', '_')));
        }
        return all;
    }

    private List<String> values(@Nullable Map<String, String> labels, String... base) {
        if (!extendedLabels) {
            return List.of(base);
        }
        List<String> all = new ArrayList<>(List.of(base));
        for (String label : EXTENDED) {
            all.add(labels == null ? "" : labels.getOrDefault("app.kubernetes.io/" + label, ""));
        }
        return List.copyOf(all);
    }

    private Series counter(String name, String help, List<String> labels) {
        Series s = new Series(name, Series.Type.COUNTER, help, labels);
        series.add(s);
        return s;
    }

    private Series gauge(String name, String help, List<String> labels) {
        Series s = new Series(name, Series.Type.GAUGE, help, labels);
        series.add(s);
        return s;
    }

    private Histogram histogram(String name, String help, String label) {
        Histogram h = new Histogram(name, help, label);
        histograms.add(h);
        return h;
    }
}
