package dev.eso4j.core.store;

import dev.eso4j.api.externalsecret.SecretStoreRef;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From a reference to a store that may be used: it exists, is ours, admits the namespace and is ready. Thread-safe. */
public final class StoreResolver {
    /** The kind of cluster-wide stores. */
    public static final String CLUSTER_KIND = "ClusterSecretStore";

    private final StoreLookup lookup;
    private final StoreClients clients;
    private final @Nullable StoreChecks checks;
    private final String controllerClass;

    /** Creates a resolver; without {@code checks}, stores are used without asking whether they are ready. */
    public StoreResolver(
            StoreLookup lookup, StoreClients clients, @Nullable StoreChecks checks, String controllerClass) {
        this.lookup = lookup;
        this.clients = clients;
        this.checks = checks;
        this.controllerClass = controllerClass;
    }

    /** Returns the store that {@code reference} names from {@code namespace}, whoever may use it. */
    public Optional<StoreObject> find(SecretStoreRef reference, String namespace) {
        String name = reference.name() == null ? "" : reference.name();
        return CLUSTER_KIND.equals(reference.kind())
                ? lookup.clusterSecretStore(name).map(StoreObject::of)
                : lookup.secretStore(namespace, name).map(StoreObject::of);
    }

    /** Returns whether the store belongs to this operator. */
    public boolean ours(StoreObject store) {
        String wanted = store.spec().controller();
        return wanted == null || wanted.isEmpty() || wanted.equals(controllerClass);
    }

    /** Returns the gate of a store that {@link #locate} returned. */
    public StoreGate gate(StoreObject store, String namespace) {
        return clients.gate(store, namespace);
    }

    /**
     * Does what waits for a store, which other workers may use as long; after three times the limit of a single call it is
     * given up, whatever it waits for.
     */
    public <T> T waiting(StoreObject store, String namespace, String object, Supplier<T> work) {
        StoreGates gates = clients.gates();
        return gates.patience()
                .during(
                        gates.limitOfFetch(),
                        work,
                        e -> gates.givenUp("read of " + object + " from ", store.identity(namespace)));
    }

    /**
     * Returns the store that {@code reference} names, asking nobody.
     *
     * @throws StoreException if the store cannot be used
     */
    public StoreObject locate(@Nullable SecretStoreRef reference, String namespace) {
        if (reference == null || reference.name() == null || reference.name().isEmpty()) {
            throw new StoreException(
                    "no store is named; set spec.secretStoreRef.name, or sourceRef.storeRef of the entry");
        }
        boolean cluster = CLUSTER_KIND.equals(reference.kind());
        String kind = cluster ? CLUSTER_KIND : "SecretStore";
        String name = reference.name();
        StoreObject store = find(reference, namespace)
                .orElseThrow(() -> new StoreException("could not get " + kind + " \"" + name + "\""
                        + (cluster ? "" : " in namespace \"" + namespace + "\"")
                        + ", it does not exist; create it, or correct the reference"
                        + (cluster ? "" : " (kind: ClusterSecretStore, if it is one)")));
        if (!ours(store)) {
            throw new StoreException("can not reference unmanaged store " + kind + " \"" + name
                    + "\": its controller class is \"" + store.spec().controller() + "\", this operator's \""
                    + controllerClass + "\"");
        }
        admit(store, namespace);
        return store;
    }

    /**
     * Returns the client of a store that {@link #locate} returned, checking and connecting it if that was not done before.
     *
     * @throws StoreException if it is not ready
     * @throws dev.eso4j.api.spi.SecretsException if it cannot be connected
     */
    public ManagedClient client(StoreObject store, String namespace) {
        if (checks != null) {
            StoreVerdict verdict = checks.verdict(store);
            if (!verdict.usable()) {
                throw new StoreException(
                        store.kind() + " \"" + store.metadata().getName() + "\" is not ready: " + verdict.message());
            }
        }
        return clients.client(store, namespace);
    }

    private void admit(StoreObject store, String namespace) {
        if (!store.clusterScoped() || store.spec().conditions().isEmpty()) {
            return;
        }
        Map<String, String> labels = lookup.namespaceLabels(namespace)
                .orElseThrow(() -> new StoreException(
                        "failed to get a namespace \"" + namespace + "\", whose labels decide about the store"));
        if (!NamespaceConditions.admit(store.spec().conditions(), namespace, labels)) {
            throw new StoreException("using cluster store \"" + store.metadata().getName()
                    + "\" is not allowed from namespace \"" + namespace
                    + "\": denied by spec.condition; add the namespace to spec.conditions of the store");
        }
    }
}
