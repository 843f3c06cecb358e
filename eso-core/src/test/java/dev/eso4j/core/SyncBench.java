package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.core.apply.ManifestTargets;
import dev.eso4j.core.apply.TargetLookup;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.externalsecret.ExternalSecretFarewell;
import dev.eso4j.core.externalsecret.ExternalSecretPort;
import dev.eso4j.core.externalsecret.ExternalSecretReconciler;
import dev.eso4j.core.externalsecret.ExternalSecretScope;
import dev.eso4j.core.externalsecret.SyncListener;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.runtime.Lane;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Request;
import dev.eso4j.core.runtime.Result;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.Providers;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.StoreGates;
import dev.eso4j.core.store.StoreLookup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The whole line on one thread: a cluster in memory, a backend in memory, a clock that stands still. What an operator
 * learns from its watches is looked up directly, so each step of a test sees the state that the step before has left.
 */
public final class SyncBench implements AutoCloseable {
    public static final String NAMESPACE = "shop";

    public final ManualClock clock = new ManualClock();
    public final MemoryProvider backend = new MemoryProvider();
    public final LocalCluster local = LocalCluster.builder().clock(clock).build();
    public final CountingCluster cluster = new CountingCluster(local);
    /** Events as {@code type reason message}. */
    public final List<String> events = new ArrayList<>();
    /** Targets that somebody asked to be told of. */
    public final Set<NamespacedName> awaited = new HashSet<>();

    private final World world = new World(cluster);
    private final Engine engine;
    private final ExternalSecretReconciler reconciler;

    public SyncBench() {
        this(List.of());
    }

    public SyncBench(List<Generator> generators) {
        EngineOptions options = new EngineOptions(
                Providers.of(List.of(backend)),
                generators,
                "default",
                Duration.ofSeconds(2),
                4,
                StoreGates.LIMIT,
                null,
                CallListener.none(),
                clock,
                clock,
                new Random(1),
                TargetTemplates.standard());
        ManifestTargets manifests =
                new ClusterManifests(cluster, new GenericTargets(cluster, java.util.Set.of(), clock));
        engine = new Engine(
                cluster,
                options,
                world,
                world,
                ReferenceObserver.none(),
                ClusterTemplates.ofOnePass(cluster),
                manifests,
                (es, status, routine) -> cluster.patchStatus(
                        ResourceType.EXTERNAL_SECRETS,
                        NAMESPACE,
                        es.getMetadata().getName(),
                        Map.of("status", status),
                        "eso4j"),
                (about, source, type, reason, message) -> events.add(type + " " + reason + " " + message),
                true);
        ExternalSecretFarewell farewell = new ExternalSecretFarewell(cluster, world, engine.writer, manifests);
        ExternalSecretPort port = new ExternalSecretPort() {
            @Override
            public Optional<ExternalSecret> find(NamespacedName key) {
                return local.get(ResourceType.EXTERNAL_SECRETS, key.namespace(), key.name());
            }

            @Override
            public boolean holdBack(ExternalSecret externalSecret) {
                return false;
            }

            @Override
            public boolean takeForced(NamespacedName key) {
                return false;
            }

            @Override
            public void force(NamespacedName key) {}

            @Override
            public void ended(NamespacedName key) {}

            @Override
            public void gone(NamespacedName key) {}

            @Override
            public void finish(ExternalSecret externalSecret) {
                farewell.finish(externalSecret);
            }

            @Override
            public void awaitTarget(NamespacedName externalSecret, NamespacedName target) {
                awaited.add(target);
            }
        };
        reconciler = new ExternalSecretReconciler(
                port,
                engine.sync,
                new ExternalSecretScope(engine.stores, true),
                engine.reads,
                clock,
                clock,
                SyncListener.none());
        load("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: shop}
                spec: {provider: {memory: {}}}
                """);
    }

    public void load(String manifests) {
        local.load(manifests);
    }

    /** Creates or replaces an ExternalSecret of the store {@code store}; each member is one line of its spec. */
    public void externalSecret(String name, String... members) {
        local.load(manifest(name, members));
    }

    public static String manifest(String name, String... members) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: NAME, namespace: shop}
                spec:
                  secretStoreRef: {name: store}
                """.replace("NAME", name));
        boolean data = false;
        for (String member : members) {
            data |= member.startsWith("data");
            yaml.append("  ").append(member).append('\n');
        }
        if (!data) {
            yaml.append("  dataFrom: [{extract: {key: db}}]\n");
        }
        return yaml.toString();
    }

    /** Runs the reconciler as after a change of the ExternalSecret. */
    public Result changed(String name) {
        return reconciler.reconcile(new Request<>(new NamespacedName(NAMESPACE, name), Lane.CHANGED, clock.nanos()));
    }

    /** Runs the reconciler as the clock does. */
    public Result tick(String name) {
        return reconciler.reconcile(new Request<>(new NamespacedName(NAMESPACE, name), Lane.REFRESH, Long.MIN_VALUE));
    }

    /** Lets {@code time} pass, then runs the reconciler as the clock does. */
    public Result tickAfter(Duration time, String name) {
        clock.advance(time);
        return tick(name);
    }

    public ExternalSecret get(String name) {
        return local.get(ResourceType.EXTERNAL_SECRETS, NAMESPACE, name).orElseThrow();
    }

    public ExternalSecretStatus status(String name) {
        ExternalSecretStatus status = get(name).getStatus();
        return status == null ? new ExternalSecretStatus(null, null, List.of(), null) : status;
    }

    public ExternalSecretStatusCondition ready(String name) {
        return status(name).conditions().stream()
                .filter(c -> c.type().equals("Ready"))
                .findFirst()
                .orElseThrow();
    }

    public Optional<KubeSecret> secret(String name) {
        return local.get(ResourceType.SECRETS, NAMESPACE, name);
    }

    /** Returns the data of a Secret as text. */
    public Optional<Map<String, String>> data(String name) {
        return secret(name).map(SyncBench::text);
    }

    public static Map<String, String> text(KubeSecret secret) {
        Map<String, String> text = new TreeMap<>();
        secret.data().forEach((key, value) -> text.put(key, new String(value, StandardCharsets.UTF_8)));
        return text;
    }

    public void deleteSecret(String name) {
        local.delete(ResourceType.SECRETS, NAMESPACE, name, Preconditions.none());
    }

    public void delete(String name) {
        local.delete(ResourceType.EXTERNAL_SECRETS, NAMESPACE, name, Preconditions.none());
    }

    /** Changes an object by a merge patch, as somebody else. */
    public void patch(ResourceType<?> type, String name, Map<String, ?> patch) {
        local.patch(type, NAMESPACE, name, patch, "kubectl");
    }

    @Override
    public void close() {
        engine.close();
        local.close();
    }

    /** Caches that are always up to date. */
    private record World(Cluster counted) implements StoreLookup, TargetLookup {
        private Cluster cluster() {
            return counted;
        }

        @Override
        public Optional<SecretStore> secretStore(String namespace, String name) {
            return cluster().get(ResourceType.SECRET_STORES, namespace, name);
        }

        @Override
        public Optional<ClusterSecretStore> clusterSecretStore(String name) {
            return cluster().get(ResourceType.CLUSTER_SECRET_STORES, "", name);
        }

        @Override
        public Optional<Map<String, String>> namespaceLabels(String namespace) {
            return cluster()
                    .get(ResourceType.NAMESPACES, "", namespace)
                    .map(n -> n.getMetadata().getLabels() == null
                            ? Map.of()
                            : n.getMetadata().getLabels());
        }

        @Override
        public Optional<SecretDigest> digest(String namespace, String name) {
            return cluster()
                    .get(ResourceType.SECRET_DIGESTS, namespace, name)
                    .filter(d -> d.metadata().getLabels() != null
                            && "true".equals(d.metadata().getLabels().get(Ownership.MANAGED_LABEL)));
        }

        @Override
        public Optional<KubeSecret> read(String namespace, String name) {
            return cluster().get(ResourceType.SECRETS, namespace, name);
        }

        @Override
        public List<SecretDigest> createdBy(String namespace, String creatorHash) {
            List<SecretDigest> found = new ArrayList<>();
            cluster()
                    .list(
                            ResourceType.SECRET_DIGESTS,
                            Selection.namespace(namespace).withLabels(Ownership.CREATOR_LABEL + "=" + creatorHash),
                            found::add);
            return found;
        }

        @Override
        public void writing(String namespace, String name) {
            // There is no watch whose news would have to be told apart.
        }

        @Override
        public void written(String namespace, String name, Optional<SecretDigest> result) {
            // Nothing is cached.
        }

        @Override
        public void deleted(String namespace, String name) {
            // Nothing is cached.
        }
    }
}
