package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.core.OperatorSnapshot.Failure;
import dev.eso4j.core.OperatorSnapshot.Queue;
import dev.eso4j.core.OperatorSnapshot.Store;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Run;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.store.GateView;
import dev.eso4j.core.store.ManagedClient;
import dev.eso4j.core.store.StoreClients;
import dev.eso4j.core.store.StoreObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Shows what an operator is busy with, without a request and without a value of a secret. Thread-safe. */
public final class OperatorInsight {
    private final EsoOperator operator;
    private final OperatorView view;
    private final StoreClients clients;
    private final LongSupplier droppedEvents;
    private final Ticker ticker;
    private final Map<String, Long> checks = new ConcurrentHashMap<>();

    OperatorInsight(
            EsoOperator operator, OperatorView view, StoreClients clients, LongSupplier droppedEvents, Ticker ticker) {
        this.operator = operator;
        this.view = view;
        this.clients = clients;
        this.droppedEvents = droppedEvents;
        this.ticker = ticker;
    }

    void checked(StoreObject store) {
        checks.put(term(store), ticker.nanos());
    }

    void gone(boolean clusterScoped, NamespacedName name) {
        checks.remove(OperatorView.storeTerm(clusterScoped, name.namespace(), name.name()));
    }

    /** Returns the state of the moment; costs a look at every ExternalSecret and store in the caches. */
    public OperatorSnapshot snapshot() {
        List<Store> stores = stores();
        Failures failures = failures();
        Map<String, Integer> cached = new TreeMap<>();
        cached.put("ExternalSecret", view.externalSecrets.size());
        cached.put("SecretStore", view.secretStores.size());
        cached.put("ClusterSecretStore", view.clusterSecretStores.size());
        cached.put("Secret", view.secrets.size());
        return new OperatorSnapshot(
                operator.health(),
                operator.controllers().stream()
                        .map(c -> new Queue(c.name(), c.workers(), c.queue().depth(), c.running()))
                        .toList(),
                stores.stream().limit(OperatorSnapshot.MOST).toList(),
                stores.size(),
                failures.latest,
                failures.count,
                cached,
                droppedEvents.getAsLong());
    }

    /** Returns how it goes with each store and generator that was used: circuit, calls, who waits. */
    public List<GateView> gates() {
        return clients.gates().views();
    }

    /** Returns the work that has been going on for longer than {@code bound}: a worker that will hardly come back. */
    public List<Run> stuck(Duration bound) {
        return operator.controllers().stream()
                .flatMap(c -> c.running().stream())
                .filter(run -> run.took().compareTo(bound) > 0)
                .toList();
    }

    /** Returns how many calls to backends are under way, by provider; those included that wait for their turn. */
    public Map<String, Integer> callsInFlight() {
        Map<String, Integer> calls = new TreeMap<>();
        clients.connected().forEach(c -> calls.merge(c.provider(), c.callsInFlight(), Integer::sum));
        return calls;
    }

    private List<Store> stores() {
        Map<String, List<ManagedClient>> connected = new HashMap<>();
        for (ManagedClient client : clients.connected()) {
            boolean clusterScoped = client.identity().clusterScoped();
            String namespace = client.identity().namespace();
            connected
                    .computeIfAbsent(
                            OperatorView.storeTerm(
                                    clusterScoped,
                                    namespace == null ? "" : namespace,
                                    client.identity().name()),
                            term -> new ArrayList<>())
                    .add(client);
        }
        return Stream.concat(
                        view.secretStores.all().stream().map(StoreObject::of),
                        view.clusterSecretStores.all().stream().map(StoreObject::of))
                .map(store -> store(store, connected.getOrDefault(term(store), List.of())))
                .sorted(Comparator.comparing((Store store) -> store.ready().equals("True"))
                        .thenComparing(Store::callsInFlight, Comparator.reverseOrder())
                        .thenComparing(Store::namespace)
                        .thenComparing(Store::name))
                .toList();
    }

    private Store store(StoreObject store, List<ManagedClient> connected) {
        Long checked = checks.get(term(store));
        var ready = store.status() == null
                ? null
                : store.status().conditions().stream()
                        .filter(c -> c.type().equals("Ready"))
                        .findFirst()
                        .orElse(null);
        return new Store(
                store.kind(),
                OperatorView.key(store.metadata()).namespace(),
                store.metadata().getName(),
                connected.isEmpty() ? "" : connected.get(0).provider(),
                ready == null ? "Unknown" : ready.status(),
                ready == null ? "" : Objects.requireNonNullElse(ready.reason(), ""),
                ready == null ? "" : Objects.requireNonNullElse(ready.message(), ""),
                checked == null ? null : Duration.ofNanos(Math.max(0, ticker.nanos() - checked)),
                connected.size(),
                connected.stream().mapToInt(ManagedClient::callsInFlight).sum());
    }

    private static String term(StoreObject store) {
        NamespacedName key = OperatorView.key(store.metadata());
        return OperatorView.storeTerm(store.clusterScoped(), key.namespace(), key.name());
    }

    private record Failures(List<Failure> latest, int count) {}

    private Failures failures() {
        Comparator<Failure> byTime = Comparator.comparing(Failure::since)
                .thenComparing(Failure::namespace)
                .thenComparing(Failure::name);
        PriorityQueue<Failure> latest = new PriorityQueue<>(byTime);
        int count = 0;
        for (ExternalSecret externalSecret : view.externalSecrets.all()) {
            var status = externalSecret.getStatus();
            for (var condition : status == null ? List.<ExternalSecretStatusCondition>of() : status.conditions()) {
                if (condition.type().equals("Ready") && condition.status().equals("False")) {
                    count++;
                    latest.add(new Failure(
                            externalSecret.getMetadata().getNamespace(),
                            externalSecret.getMetadata().getName(),
                            Objects.requireNonNullElse(condition.reason(), ""),
                            Objects.requireNonNullElse(condition.message(), ""),
                            Objects.requireNonNullElse(condition.lastTransitionTime(), "")));
                    if (latest.size() > OperatorSnapshot.MOST) {
                        latest.poll();
                    }
                }
            }
        }
        return new Failures(latest.stream().sorted(byTime.reversed()).toList(), count);
    }
}
