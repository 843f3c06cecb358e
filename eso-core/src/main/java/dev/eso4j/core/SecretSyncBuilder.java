package dev.eso4j.core;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ManifestProblem;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.directory.LocalDirectory;
import dev.eso4j.core.directory.LocalDirectoryBuilder;
import dev.eso4j.core.directory.OutputFormat;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.StoreGates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SecretSync}. Not thread-safe. */
public final class SecretSyncBuilder {
    private final List<String> manifests = new ArrayList<>();
    private final List<HasMetadata> resources = new ArrayList<>();
    private final List<KubeSecret> secrets = new ArrayList<>();

    @Nullable
    Cluster cluster;

    @Nullable
    String namespace;

    @Nullable
    Executor executor;

    private @Nullable LocalDirectoryBuilder directory;
    int parallelism = 1;
    String controllerClass = "default";
    boolean checkStores = true;
    private InstantSource clock = InstantSource.system();

    @Nullable
    Set<String> genericTargets;

    private String templateLeft = "";
    private String templateRight = "";
    private @Nullable List<SecretStoreProvider> providers;
    private @Nullable List<Generator> generators;

    SecretSyncBuilder() {}

    /** Sets the cluster to sync; it stays the caller's to close. Default: one in memory, filled by {@link #manifests}. */
    public SecretSyncBuilder cluster(Cluster cluster) {
        this.cluster = Objects.requireNonNull(cluster);
        return this;
    }

    /** Adds manifests, YAML or JSON, several documents if need be, to the cluster in memory. */
    public SecretSyncBuilder manifests(String manifests) {
        this.manifests.add(Objects.requireNonNull(manifests));
        return this;
    }

    /** Adds a resource built in code, for example an ExternalSecret, to the cluster in memory. */
    public SecretSyncBuilder resource(HasMetadata resource) {
        this.resources.add(Objects.requireNonNull(resource));
        return this;
    }

    /** Adds a Secret, such as the credentials of a store, to the cluster in memory. */
    public SecretSyncBuilder secret(String namespace, String name, Map<String, SecretValue> data) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        data.forEach((key, value) -> bytes.put(key, value.bytes()));
        ObjectMeta metadata = new ObjectMeta();
        metadata.setNamespace(namespace);
        metadata.setName(name);
        secrets.add(KubeSecret.of(metadata, bytes, null, null));
        return this;
    }

    /**
     * Sets a directory of manifests to sync, and where its Secrets become files, one for each key.
     *
     * @param output the directory for the files; only what was written there before is ever changed or removed
     */
    public SecretSyncBuilder directory(Path directory, Path output) {
        this.directory = LocalDirectory.builder(directory).output(output, OutputFormat.FILES);
        return this;
    }

    /** Restricts the pass to one namespace. Default: all. */
    public SecretSyncBuilder namespace(String namespace) {
        this.namespace = Objects.requireNonNull(namespace);
        return this;
    }

    /** Sets the controller class: ExternalSecrets whose stores are of another are ignored. Default: {@code default}. */
    public SecretSyncBuilder controllerClass(String controllerClass) {
        this.controllerClass = Objects.requireNonNull(controllerClass);
        return this;
    }

    /**
     * Sets how many ExternalSecrets are synced at once. Default: 1, on the caller's thread. With more, threads are started
     * for the pass and end with it.
     */
    public SecretSyncBuilder parallelism(int parallelism) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is " + parallelism + "; it must be at least 1");
        }
        this.parallelism = parallelism;
        return this;
    }

    /** Sets where {@link SecretSync#syncAsync} runs. Default: a thread of its own for each call. */
    public SecretSyncBuilder executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor);
        return this;
    }

    /** Sets whether each store is asked online whether it works before anything is read from it. Default: yes. */
    public SecretSyncBuilder checkStores(boolean checkStores) {
        this.checkStores = checkStores;
        return this;
    }

    /** Sets the providers. Default: those on the class path. */
    public SecretSyncBuilder providers(List<? extends SecretStoreProvider> providers) {
        this.providers = List.copyOf(providers);
        return this;
    }

    /** Sets the generators. Default: those on the class path. */
    public SecretSyncBuilder generators(List<? extends Generator> generators) {
        this.generators = List.copyOf(generators);
        return this;
    }

    /**
     * Allows targets that are no Secrets ({@code spec.target.manifest}). Default: none. Whoever may create an ExternalSecret
     * then gets as far as the rights of this program reach for these kinds.
     *
     * @param kinds which, as {@code Kind} or {@code Kind.group}; if empty, all with a namespace but those of RBAC
     */
    public SecretSyncBuilder genericTargets(Set<String> kinds) {
        this.genericTargets = Set.copyOf(kinds);
        return this;
    }

    /**
     * Sets what encloses the actions of templates of targets. Default: <code>{{</code> and <code>}}</code>, which an empty
     * text stands for as well. Templates of rewrites and of providers keep the default.
     */
    public SecretSyncBuilder templateDelimiters(String left, String right) {
        this.templateLeft = Objects.requireNonNull(left);
        this.templateRight = Objects.requireNonNull(right);
        return this;
    }

    /** Sets the clock. Default: the machine's. */
    public SecretSyncBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock);
        return this;
    }

    /**
     * Returns the SecretSync.
     *
     * @throws IllegalStateException if more than one of a cluster, a directory and manifests is given
     * @throws IllegalArgumentException if manifests of the directory are wrong; the message names file, line, field and fix
     */
    public SecretSync build() {
        boolean built = !(manifests.isEmpty() && resources.isEmpty() && secrets.isEmpty());
        if ((cluster == null ? 0 : 1) + (directory == null ? 0 : 1) + (built ? 1 : 0) > 1) {
            throw new IllegalStateException(
                    "a cluster, a directory, and manifests and resources built in code exclude each"
                            + " other; apply the manifests to the given cluster, or put them into the directory");
        }
        Cluster given = cluster;
        if (given != null) {
            return new SecretSync(given, () -> {}, options(), this);
        }
        if (directory != null) {
            LocalDirectory open = directory.clock(clock).open();
            if (!open.problems().isEmpty()) {
                String text = open.problems().stream()
                        .map(ManifestProblem::toString)
                        .collect(Collectors.joining(System.lineSeparator()));
                open.close();
                throw new IllegalArgumentException(text);
            }
            return new SecretSync(open.cluster(), open::close, options(), this);
        }
        LocalCluster memory = LocalCluster.builder().clock(clock).build();
        manifests.forEach(memory::load);
        resources.forEach(r -> memory.load(Serialization.asJson(r)));
        secrets.forEach(s -> memory.create(ResourceType.SECRETS, s, "eso4j"));
        return new SecretSync(memory, memory::close, options(), this);
    }

    private EngineOptions options() {
        return new EngineOptions(
                EngineOptions.providers(providers),
                EngineOptions.generators(generators),
                controllerClass,
                Duration.ofSeconds(2),
                Math.max(32, parallelism),
                StoreGates.LIMIT,
                null,
                CallListener.none(),
                clock,
                Ticker.system(),
                new SecureRandom(),
                EngineOptions.templates(templateLeft, templateRight, clock));
    }
}
