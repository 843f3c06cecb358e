package dev.eso4j.core.store;

import dev.eso4j.api.GoDuration;
import dev.eso4j.api.spi.CredentialAccess;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.api.store.SecretStoreRetrySettings;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.runtime.Patience;
import dev.eso4j.core.runtime.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connected clients, one per store identity, kept across syncs. A store that changes, or whose credentials change,
 * gets a new one; the old one is closed when its last call has come back. Thread-safe.
 */
public final class StoreClients implements AutoCloseable {
    private static final int RETRIES = 2;
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(200);

    private final Map<StoreIdentity, CompletableFuture<ManagedClient>> clients = new ConcurrentHashMap<>();
    /** Whether stores are another to each namespace: asked at each call, and an answer takes reading the whole manifest. */
    private final Map<StoreIdentity, Boolean> referents = new ConcurrentHashMap<>();

    private final Cluster cluster;
    private final Providers providers;
    private final ReferenceObserver references;
    private final CallListener calls;
    private final InstantSource clock;
    private final Ticker ticker;
    private final StoreGates gates;

    /** Creates an empty pool whose calls wait on their threads, at most {@code simultaneousCalls} for each store. */
    public StoreClients(
            Cluster cluster,
            Providers providers,
            ReferenceObserver references,
            CallListener calls,
            InstantSource clock,
            Ticker ticker,
            int simultaneousCalls) {
        this(
                cluster,
                providers,
                references,
                calls,
                clock,
                ticker,
                new StoreGates(ticker, simultaneousCalls, StoreGates.LIMIT, null));
    }

    /** Creates an empty pool, which closes the gates with itself. */
    public StoreClients(
            Cluster cluster,
            Providers providers,
            ReferenceObserver references,
            CallListener calls,
            InstantSource clock,
            Ticker ticker,
            StoreGates gates) {
        this.cluster = cluster;
        this.providers = providers;
        this.references = references;
        this.calls = calls;
        this.clock = clock;
        this.ticker = ticker;
        this.gates = gates;
    }

    /** Returns who may ask the stores when. */
    public StoreGates gates() {
        return gates;
    }

    /** Returns the providers. */
    public Providers providers() {
        return providers;
    }

    /**
     * Returns the client of a store on behalf of a namespace, connecting it if there is none. What the store's provider
     * refuses offline is never connected.
     *
     * @param consumerNamespace the namespace that uses it; empty for a check of a ClusterSecretStore
     * @throws StoreException if the store's manifest is wrong
     * @throws dev.eso4j.api.spi.SecretsException if it cannot be connected
     */
    public ManagedClient client(StoreObject store, String consumerNamespace) {
        SecretStoreProvider provider = StoreRules.provider(store.spec(), providers);
        boolean perConsumer = perConsumer(provider, store, consumerNamespace);
        StoreIdentity identity = store.identity(perConsumer ? consumerNamespace : "");
        while (true) {
            CompletableFuture<ManagedClient> mine = new CompletableFuture<>();
            CompletableFuture<ManagedClient> other = clients.putIfAbsent(identity, mine);
            ManagedClient client = other == null
                    ? connect(provider, store, identity, perConsumer ? consumerNamespace : ownNamespace(store), mine)
                    : Patience.join(other);
            if (client.usable()) {
                return client;
            }
            clients.remove(identity, other == null ? mine : other);
        }
    }

    /**
     * Returns the gate of a store on behalf of a namespace.
     *
     * @throws StoreException if the store's manifest is wrong
     */
    StoreGate gate(StoreObject store, String consumerNamespace) {
        SecretStoreProvider provider = StoreRules.provider(store.spec(), providers);
        return gates.gate(store.identity(perConsumer(provider, store, consumerNamespace) ? consumerNamespace : ""));
    }

    private boolean perConsumer(SecretStoreProvider provider, StoreObject store, String consumerNamespace) {
        return store.clusterScoped()
                && referents.computeIfAbsent(
                        store.identity(""), manifest -> referent(provider, store, consumerNamespace));
    }

    /** Connects outside of the map's locks: whoever evicts, a watch for example, never waits for a backend. */
    private ManagedClient connect(
            SecretStoreProvider provider,
            StoreObject store,
            StoreIdentity identity,
            String consumer,
            CompletableFuture<ManagedClient> mine) {
        try {
            ManagedClient client = connect(provider, store, identity, consumer);
            mine.complete(client);
            if (clients.get(identity) != mine) {
                client.retire(); // Evicted before it was there: it may have seen the old credentials.
            }
            evict(identity::replaces);
            return client;
        } catch (RuntimeException | Error e) {
            clients.remove(identity, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static String ownNamespace(StoreObject store) {
        return store.clusterScoped() ? "" : store.metadata().getNamespace();
    }

    private ManagedClient connect(
            SecretStoreProvider provider, StoreObject store, StoreIdentity identity, String consumer) {
        List<String> problems = StoreRules.answer(
                provider, "check of the manifest", () -> provider.validate(store.forProvider(consumer)));
        if (!problems.isEmpty()) {
            throw new StoreException(identity.display() + ": " + String.join("; ", problems));
        }
        ClusterCredentials credentials = new ClusterCredentials(cluster, identity, consumer, references);
        return new ManagedClient(
                provider.name(),
                identity,
                connected(provider, identity, new StoreContext(store.forProvider(consumer), credentials, clock)),
                gates,
                retryOf(store.spec().retrySettings()),
                calls,
                ticker);
    }

    private SecretsClient connected(SecretStoreProvider provider, StoreIdentity identity, StoreContext context) {
        StoreGate gate = gates.gate(identity);
        try {
            return gates.patience().during(gates.limit(), () -> provider.connect(context), e -> {
                UnavailableException givenUp = gates.givenUp("connecting to ", identity);
                gate.givenUp(givenUp);
                return givenUp;
            });
        } catch (SecretsException e) {
            gate.failed(e);
            throw e;
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // A defect, whose text may quote a credential.
            throw new UnavailableException(
                    "connecting failed inside provider " + provider.name() + " with "
                            + e.getClass().getSimpleName(),
                    "this is a defect of the provider",
                    null,
                    null);
        }
    }

    private static boolean referent(SecretStoreProvider provider, StoreObject store, String consumerNamespace) {
        try {
            return provider.referent(store.forProvider(consumerNamespace));
        } catch (IllegalArgumentException e) {
            throw new StoreException(String.valueOf(e.getMessage())); // The member has not the provider's form.
        }
    }

    private static CallRetry retryOf(@Nullable SecretStoreRetrySettings settings) {
        if (settings == null) {
            return new CallRetry(RETRIES, RETRY_INTERVAL);
        }
        Integer max = settings.maxRetries();
        String interval = settings.retryInterval();
        try {
            return new CallRetry(
                    max == null ? RETRIES : Math.max(0, max),
                    interval == null ? RETRY_INTERVAL : GoDuration.parse("spec.retrySettings.retryInterval", interval));
        } catch (IllegalArgumentException e) {
            throw new StoreException(String.valueOf(e.getMessage()));
        }
    }

    /** Returns access to what a generator in {@code namespace} refers to: that namespace and no other. */
    public CredentialAccess credentialsFor(String namespace) {
        StoreIdentity nobody = new StoreIdentity("Generator", namespace, "", "", 0, namespace);
        return new ClusterCredentials(cluster, nobody, namespace, ReferenceObserver.none());
    }

    /** Returns the gate of a generator. */
    public StoreGate gateOf(StoreIdentity generator) {
        return gates.generatorGate(generator);
    }

    /**
     * Makes a call on behalf of a generator, under the same limits as one for a store. It is made again only if the service
     * says that it has not begun: what fails otherwise may have issued something.
     *
     * @param operation {@code generate} or {@code cleanup}
     * @throws UnavailableException if it took too long
     */
    public <T> T callOf(StoreIdentity generator, String kind, String operation, Supplier<T> work) {
        return new GatedCalls(kind, generator, gates, CallRetry.ifThrottled(RETRIES, RETRY_INTERVAL), calls, ticker)
                .call(operation, "", work, defect -> defect);
    }

    /** Forgets a store or generator that is gone, and how it went with it. */
    public void gone(String kind, @Nullable String namespace, String name) {
        evict(id -> id.isOf(kind, namespace, name));
    }

    /** Returns the clients that are connected at the moment. */
    public List<ManagedClient> connected() {
        return clients.values().stream()
                .filter(future -> future.isDone() && !future.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }

    /** Retires the clients whose identity matches; the next use connects anew. */
    public void evict(Predicate<StoreIdentity> which) {
        gates.evict(which);
        referents.keySet().removeIf(which);
        clients.forEach((identity, future) -> {
            if (which.test(identity) && clients.remove(identity, future)) {
                ManagedClient client = future.isCompletedExceptionally() ? null : future.getNow(null);
                if (client != null) {
                    client.retire();
                }
            }
        });
    }

    /** Retires all clients. */
    @Override
    public void close() {
        evict(identity -> true);
        gates.close();
    }
}
