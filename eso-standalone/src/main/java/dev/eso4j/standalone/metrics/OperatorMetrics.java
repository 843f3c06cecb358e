package dev.eso4j.standalone.metrics;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.EsoOperator;
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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of an operator. Names, labels and units are those of the existing operator, durations in nanoseconds
 * included, so that dashboards keep working; histograms in seconds stand beside them. Thread-safe.
 */
public final class OperatorMetrics
        implements SyncListener, StoreListener, ControllerListener, CallListener, RequestListener {
    final List<Series> series = new ArrayList<>();
    final List<Histogram> histograms = new ArrayList<>();
    private final ObjectMetrics externalSecrets;
    private final ObjectMetrics stores;
    private final ObjectMetrics clusterStores;
    private final Series providerCalls;
    private final Series providerRetries;
    private final Series leader;
    private final Histogram callTime;
    private final ControllerMetrics work = new ControllerMetrics();
    private final RequestCounts requests = new RequestCounts();
    private volatile Supplier<Optional<EsoOperator>> operator = Optional::empty;

    /** Creates metrics without series; with {@code extendedLabels}, those about objects carry six labels more. */
    public OperatorMetrics(boolean extendedLabels) {
        externalSecrets = new ObjectMetrics("externalsecret", "an ExternalSecret", true, extendedLabels);
        stores = new ObjectMetrics("secretstore", "a SecretStore", false, extendedLabels);
        clusterStores = new ObjectMetrics("clustersecretstore", "a ClusterSecretStore", false, extendedLabels);
        providerCalls = counter(
                "externalsecret_provider_api_calls_count", "Calls to backends.", List.of("provider", "call", "status"));
        providerRetries = counter(
                "eso_provider_retries_total", "Calls to backends that were made once more.", List.of("provider"));
        leader = gauge("leader_election_master_status", "1 while this replica holds the lease.", List.of("name"));
        callTime = histogram("eso_provider_call_seconds", "Duration of calls to backends.", "provider");
    }

    /** Sets where the numbers of the moment are read from. */
    public void operator(Supplier<Optional<EsoOperator>> operator) {
        this.operator = operator;
    }

    /** Returns how many requests were sent to the API server, by verb and resource. */
    public Map<String, Long> requests() {
        return requests.byVerb();
    }

    /** Says whether this replica holds the lease. */
    public void leading(String lease, boolean leads) {
        leader.set(leads ? 1 : 0, List.of(lease));
    }

    @Override
    public void synced(
            ExternalSecret externalSecret, @Nullable ExternalSecretStatus status, Duration took, boolean failed) {
        NamespacedName key = new NamespacedName(
                externalSecret.getMetadata().getNamespace(),
                externalSecret.getMetadata().getName());
        Map<String, String> labels = externalSecret.getMetadata().getLabels();
        externalSecrets.synced(key, labels, took.toNanos(), failed);
        if (status != null) {
            status.conditions().stream()
                    .filter(c -> c.type().equals("Ready"))
                    .forEach(c -> externalSecrets.ready(key, labels, c.status().equals("True")));
        }
    }

    @Override
    public void gone(NamespacedName key) {
        externalSecrets.gone(key);
    }

    @Override
    public void checked(StoreObject store, StoreVerdict verdict) {
        String namespace = store.metadata().getNamespace();
        NamespacedName key = new NamespacedName(
                namespace == null ? "" : namespace, store.metadata().getName());
        (store.clusterScoped() ? clusterStores : stores)
                .ready(key, store.metadata().getLabels(), verdict.usable());
    }

    @Override
    public void gone(boolean clusterScoped, NamespacedName name) {
        (clusterScoped ? clusterStores : stores).gone(name);
    }

    @Override
    public void began(String controller, dev.eso4j.core.runtime.Request<?> request) {
        work.of(controller).waited.observe(request.waited());
    }

    @Override
    public void ended(String controller, Object key, long nanos) {
        work.of(controller).worked.observe(nanos);
        if (key instanceof NamespacedName name && controller.endsWith("secretstore")) {
            (controller.startsWith("cluster") ? clusterStores : stores).took(name, nanos);
        }
    }

    @Override
    public void reconciled(String controller, Result result, long nanos) {
        ControllerMetrics.Numbers numbers = work.of(controller);
        numbers.ended(result);
        numbers.reconciled.observe(nanos);
    }

    @Override
    public void failed(String controller, long nanos) {
        ControllerMetrics.Numbers numbers = work.of(controller);
        numbers.error.increment();
        numbers.reconciled.observe(nanos);
    }

    @Override
    public void called(String provider, StoreIdentity store, String operation, boolean success, long nanos) {
        providerCalls.add(
                1, CallNames.provider(provider), CallNames.call(provider, operation), success ? "success" : "error");
        callTime.observe(provider, nanos);
    }

    @Override
    public void retried(String provider, StoreIdentity store, String operation) {
        providerRetries.add(1, CallNames.provider(provider));
    }

    @Override
    public void completed(Request request) {
        requests.count(request);
    }

    /** Returns all metrics in the text format of Prometheus, version 0.0.4. */
    public String text() {
        Optional<EsoOperator> running = operator.get();
        List<Controller<NamespacedName>> controllers =
                running.map(EsoOperator::controllers).orElse(List.of());
        controllers.forEach(controller -> work.of(controller.name()));
        StringBuilder out = new StringBuilder(8192);
        externalSecrets.print(out);
        stores.print(out);
        clusterStores.print(out);
        List<Series> all = new ArrayList<>(series);
        all.addAll(work.series());
        all.addAll(requests.series());
        all.addAll(QueueSeries.of(
                controllers, running.map(o -> o.insight().callsInFlight()).orElse(Map.of())));
        List<Histogram> durations = new ArrayList<>(histograms);
        durations.addAll(work.histograms());
        PrometheusText.print(all, durations, out);
        return out.toString();
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
