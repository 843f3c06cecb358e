package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.runtime.NamespacedName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A running operator over a cluster in memory; its clock stands still between the steps of a test. */
public final class OperatorBench implements AutoCloseable {
    private static final NamespacedName NOBODY = new NamespacedName("nobody", "nobody");

    public final ManualClock clock = new ManualClock();
    public final MemoryProvider backend = new MemoryProvider();
    /** A kind from a CRD. */
    public static final ResourceType<GenericKubernetesResource> WIDGETS =
            ResourceType.generic("example.org", "v1", "widgets", "Widget", true);

    public final LocalCluster local = LocalCluster.builder()
            .clock(clock)
            .kind(WIDGETS)
            .kind(ResourceType.generic("example.org", "v1", "wholes", "Whole", false))
            .kind(ResourceType.generic("rbac.authorization.k8s.io", "v1", "roles", "Role", true))
            .build();
    public final CountingCluster cluster = new CountingCluster(local);
    public EsoOperator operator;
    private final UnaryOperator<EsoOperatorBuilder> options;
    private int barriers;

    public OperatorBench() {
        this(builder -> builder);
    }

    public OperatorBench(UnaryOperator<EsoOperatorBuilder> options) {
        this.options = options;
        this.operator = build();
        local.load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: shop}
                spec: {provider: {memory: {}}}
                """);
        backend.secrets.put("db", "{\"user\":\"svc\"}");
    }

    private EsoOperator build() {
        return options.apply(EsoOperator.builder(cluster)
                        .providers(List.of(backend))
                        .concurrent(4)
                        .clock(clock, clock))
                .build();
    }

    public OperatorBench start() {
        try {
            operator.startAndWait(Duration.ofSeconds(20));
            return this;
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops the operator and builds another one on the same cluster. */
    public void restart() {
        renew();
        start();
    }

    /** Stops the operator and builds another one on the same cluster, which is not started. */
    public void renew() {
        operator.close();
        operator = build();
    }

    /** Mostly it is so already, or in a few milliseconds. */
    private static ConditionFactory soon(String what) {
        return Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    public void externalSecret(String name, String... members) {
        local.load(SyncBench.manifest(name, members));
    }

    /** Lets time pass, and makes the workers look at the clock. */
    public void advance(Duration time) {
        clock.advance(time);
        operator.controllers().forEach(c -> c.queue().changed(NOBODY));
    }

    /** Lets so little time pass that nothing is due, but what happens now is later than what happened before. */
    public void step() {
        clock.advance(Duration.ofMillis(1));
    }

    public Optional<ExternalSecretStatusCondition> ready(String name) {
        return local.get(ResourceType.EXTERNAL_SECRETS, "shop", name)
                .map(ExternalSecret::getStatus)
                .filter(Objects::nonNull)
                .flatMap(s -> s.conditions().stream()
                        .filter(c -> c.type().equals("Ready"))
                        .findFirst());
    }

    public void awaitReady(String name) {
        soon(name + " is ready")
                .until(() -> ready(name).filter(c -> c.status().equals("True")).isPresent());
    }

    public void awaitFailed(String name, String message) {
        soon(name + " has failed")
                .until(() -> ready(name)
                        .filter(c -> c.status().equals("False")
                                && c.message() != null
                                && c.message().contains(message))
                        .isPresent());
    }

    public Optional<Map<String, String>> data(String name) {
        return local.get(ResourceType.SECRETS, "shop", name).map(SyncBench::text);
    }

    public void awaitData(String name, Map<String, String> data) {
        soon("the data of " + name)
                .untilAsserted(() ->
                        org.assertj.core.api.Assertions.assertThat(data(name)).hasValue(data));
    }

    /**
     * Waits until everything that has happened so far has been dealt with: an ExternalSecret that is created now is synced
     * only after all watches have told what came before it, and then the queues must be empty.
     */
    public void settle() {
        String name = "barrier-" + barriers++;
        externalSecret(name);
        awaitReady(name);
        awaitQuiet();
        local.delete(ResourceType.EXTERNAL_SECRETS, "shop", name, Preconditions.none());
        soon("the barrier is gone").until(() -> data(name).isEmpty());
        awaitQuiet();
    }

    /** Waits until there is nothing to do at this moment. */
    public void awaitQuiet() {
        soon("all work is done")
                .until(() -> operator.controllers().stream()
                        .map(c -> c.queue().depth())
                        .allMatch(d -> d.changed() == 0 && d.refresh() == 0 && d.inWork() == 0));
    }

    /** Waits until the stores have been looked at. */
    public void settleStores() {
        soon("all stores are checked")
                .until(() -> operator.controllers().stream()
                        .filter(c -> c.name().endsWith("secretstore"))
                        .map(c -> c.queue().depth())
                        .allMatch(d -> d.changed() == 0 && d.refresh() == 0 && d.inWork() == 0));
    }

    public List<String> events() {
        List<String> events = new ArrayList<>();
        local.list(
                ResourceType.EVENTS,
                Selection.everyNamespace(),
                e -> events.add(e.getType() + " " + e.getReason() + " "
                        + e.getInvolvedObject().getName() + " " + e.getMessage()));
        return events;
    }

    public void check(ThrowingConsumer<OperatorBench> check) {
        soon("a check").untilAsserted(() -> check.accept(this));
    }

    @Override
    public void close() {
        operator.close();
        local.close();
    }
}
