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
import dev.eso4j.core.runtime.WorkQueue;
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
    private final Series reconciles;
    private final Series reconcileErrors;
    private final Series requests;
    private final Series leader;
    private final Histogram reconcileTime;
    private final Histogram callTime;
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
        (clusterScoped ? clusterStoreConditions : storeConditions)
                .remove(l -> l.get(0).equals(name.name()) && l.get(1).equals(name.namespace()));
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
        return PrometheusText.of(series, histograms, queueSeries());
    }

    private List<Series> queueSeries() {
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
        for (Controller<NamespacedName> controller : controllers.get()) {
            WorkQueue.Depth d = controller.queue().depth();
            String name = controller.name();
            depth.add(d.changed() + (double) d.refresh(), name);
            lanes.add(d.changed(), name, "changed");
            lanes.add(d.refresh(), name, "refresh");
            lanes.add(d.delayed(), name, "delayed");
            adds.add(d.added(), name);
            retries.add(d.retries(), name);
            active.add(controller.active(), name);
            most.add(controller.workers(), name);
        }
        return List.of(depth, lanes, adds, retries, active, most);
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
