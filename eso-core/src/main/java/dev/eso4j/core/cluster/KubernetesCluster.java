package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes cluster, reached by a thin client of its own: fabric8 finds the address, the credentials and the
 * certificates, and its models are what comes out; the calls themselves are plain HTTP.
 *
 * <p>Has one thread per open watch and none besides. The HTTP library keeps daemon threads for the whole JVM, which end
 * by themselves about a minute after the last use.
 */
public final class KubernetesCluster implements Cluster {
    private final ApiClient client;
    private final int pageSize;
    private final Duration watchTimeout;
    private final Duration watchSilence;
    private final @Nullable BooleanSupplier mayWrite;
    private final Map<ApiWatch<?>, Thread> watches = new ConcurrentHashMap<>();
    private volatile boolean closed;

    KubernetesCluster(ApiClient client, int pageSize, Duration watchTimeout, Duration watchSilence) {
        this(client, pageSize, watchTimeout, watchSilence, null);
    }

    private KubernetesCluster(
            ApiClient client,
            int pageSize,
            Duration watchTimeout,
            Duration watchSilence,
            @Nullable BooleanSupplier mayWrite) {
        this.client = client;
        this.pageSize = pageSize;
        this.watchTimeout = watchTimeout;
        this.watchSilence = watchSilence;
        this.mayWrite = mayWrite;
    }

    /**
     * Connects to the cluster of {@code KUBECONFIG}, of {@code ~/.kube/config}, or of the pod this runs in.
     *
     * @throws ClusterException if there is none of these
     */
    public static KubernetesCluster connect() {
        return builder().build();
    }

    /**
     * Loads what the first calls need, so that they take less time in a fresh JVM: about a tenth of a second, which a start
     * may spend beside something else. Asks nobody, and need not be called.
     */
    public static void prepare() {
        Preparation.run();
    }

    /** Returns a builder. */
    public static KubernetesClusterBuilder builder() {
        return new KubernetesClusterBuilder();
    }

    /** Returns how many requests were sent so far, by verb and resource, for example {@code patch externalsecrets/status}. */
    public Map<String, Long> requests() {
        return client.counts();
    }

    /** Here it is asked once more, when a call has got its turn and a connection and is about to be sent. */
    @Override
    public Cluster guarded(BooleanSupplier allowed) {
        return new GuardedCluster(
                this, new KubernetesCluster(client, pageSize, watchTimeout, watchSilence, allowed), allowed);
    }

    private <R> R write(ApiCall call, ApiClient.Answer<R> answer) {
        return client.send(call.ifAllowed(mayWrite), answer);
    }

    @Override
    public Optional<ResourceType<GenericKubernetesResource>> find(String apiVersion, String kind) {
        return Discovery.find(client, apiVersion, kind);
    }

    @Override
    public <T> Optional<T> get(ResourceType<T> type, String namespace, String name) {
        return client.find(ApiCall.read("get", type, namespace, name), response -> object(type, response));
    }

    @Override
    public <T> String list(ResourceType<T> type, Selection selection, Consumer<? super T> each) {
        String next = "";
        while (true) {
            ListPage page = page(type, selection, pageSize, next, each);
            next = page.next();
            if (next.isEmpty()) {
                return page.resourceVersion();
            }
        }
    }

    @Override
    public <T> void listSome(ResourceType<T> type, Selection selection, int most, Consumer<? super T> each) {
        page(type, selection, most, "", each);
    }

    private <T> ListPage page(
            ResourceType<T> type, Selection selection, int most, String next, Consumer<? super T> each) {
        ApiCall call = select("list", type, selection)
                .query("limit", Integer.toString(most))
                .query("continue", next);
        return client.send(call, r -> ListPage.read(type, r, each));
    }

    private static ApiCall select(String verb, ResourceType<?> type, Selection selection) {
        return ApiCall.read(verb, type, selection.namespace(), "")
                .query("labelSelector", selection.labels())
                .query("fieldSelector", selection.fields());
    }

    @Override
    public <T> Watch watch(
            ResourceType<T> type, Selection selection, String resourceVersion, WatchListener<T> listener) {
        if (closed) {
            throw LocalStore.closed();
        }
        // A server that is to end a watch needs some time for it.
        Duration ends = watchTimeout.plusSeconds(30);
        Duration silence = watchSilence.compareTo(ends) < 0 ? watchSilence : ends;
        ApiCall call = select("watch", type, selection)
                .query("watch", "1")
                .query("allowWatchBookmarks", "true")
                .query("resourceVersion", resourceVersion)
                .query("timeoutSeconds", Long.toString(watchTimeout.toSeconds()))
                .within(silence, Duration.ZERO);
        ApiWatch<T> watch = new ApiWatch<>(client, call, type, listener, watches::remove);
        Thread thread = new Thread(watch, "eso-watch-" + type.plural());
        thread.setDaemon(true);
        watches.put(watch, thread);
        thread.start();
        if (closed) {
            watch.close();
        }
        return watch;
    }

    @Override
    public <T, R> R create(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        String namespace = namespace(type, object);
        ApiCall call = ApiCall.write("create", "POST", type, namespace, "", Json.bytes(type, object));
        return write(
                call.query("fieldManager", fieldManager)
                        .naming(type.metadata(object).getName()),
                r -> object(answer, r));
    }

    @Override
    public <T, R> R update(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        return write(
                ApiCall.write(
                                "update",
                                "PUT",
                                type,
                                namespace(type, object),
                                name(type, object),
                                Json.bytes(type, object))
                        .query("fieldManager", fieldManager),
                r -> object(answer, r));
    }

    @Override
    public <T> T patch(ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        return write(merge(type, namespace, name, patch, fieldManager), r -> object(type, r));
    }

    @Override
    public <T> T patchStatus(
            ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        return write(merge(type, namespace, name, patch, fieldManager).on("status"), r -> object(type, r));
    }

    private static ApiCall merge(
            ResourceType<?> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        return ApiCall.write("patch", "PATCH", type, namespace, name, Json.bytes(patch))
                .as("application/merge-patch+json")
                .query("fieldManager", fieldManager);
    }

    @Override
    public <T> T apply(ResourceType<T> type, T object, String fieldManager) {
        ObjectNode tree = Trees.encode(type, object);
        // The API server refuses to take over what it decides itself.
        Trees.child(tree, "metadata").remove(List.of("managedFields", "selfLink", "creationTimestamp", "generation"));
        return write(
                ApiCall.write("apply", "PATCH", type, namespace(type, object), name(type, object), Json.bytes(tree))
                        .as("application/apply-patch+yaml")
                        .query("fieldManager", fieldManager)
                        .query("force", "true"),
                r -> object(type, r));
    }

    @Override
    public void delete(ResourceType<?> type, String namespace, String name, Preconditions preconditions) {
        ObjectNode options = Trees.object();
        options.put("apiVersion", "v1").put("kind", "DeleteOptions").put("propagationPolicy", "Background");
        if (preconditions.uid() != null || preconditions.resourceVersion() != null) {
            ObjectNode conditions = options.putObject("preconditions");
            if (preconditions.uid() != null) {
                conditions.put("uid", preconditions.uid());
            }
            if (preconditions.resourceVersion() != null) {
                conditions.put("resourceVersion", preconditions.resourceVersion());
            }
        }
        ApiCall call = ApiCall.write("delete", "DELETE", type, namespace, name, Json.bytes(options));
        write(call, response -> {
            // Read to its end, so that the connection can be used again.
            response.skip();
            return Boolean.TRUE;
        });
    }

    @Override
    public ServiceAccountToken requestToken(
            String namespace, String serviceAccount, List<String> audiences, @Nullable Duration lifetime) {
        ObjectNode request = Trees.object();
        request.put("apiVersion", "authentication.k8s.io/v1").put("kind", "TokenRequest");
        ObjectNode spec = request.putObject("spec");
        audiences.forEach(spec.putArray("audiences")::add);
        if (lifetime != null) {
            spec.put("expirationSeconds", lifetime.toSeconds());
        }
        ApiCall call = ApiCall.write(
                        "create", "POST", ResourceType.SERVICE_ACCOUNTS, namespace, serviceAccount, Json.bytes(request))
                .on("token");
        return client.send(call, response -> {
            JsonNode status = Json.MAPPER.readTree(response.body()).path("status");
            return new ServiceAccountToken(
                    SecretValue.of(Trees.text(status, "token")),
                    Instant.parse(Trees.text(status, "expirationTimestamp")));
        });
    }

    @Override
    public void close() {
        closed = true;
        List<Thread> threads = List.copyOf(watches.values());
        Set.copyOf(watches.keySet()).forEach(ApiWatch::close);
        client.close();
        for (Thread thread : threads) {
            if (thread != Thread.currentThread()) {
                WatchDispatcher.join(thread);
            }
        }
    }

    private static <T> T object(ResourceType<T> type, ApiResponse response) throws IOException {
        try (JsonParser parser = ApiStream.parser(type, response)) {
            ApiStream.begin(parser);
            return type.read(parser);
        }
    }

    private static <T> String namespace(ResourceType<T> type, T object) {
        String namespace = type.namespaced() ? type.metadata(object).getNamespace() : "";
        if (namespace == null || (type.namespaced() && namespace.isEmpty())) {
            throw new ClusterException(
                    Reason.INVALID,
                    type.kind() + " " + type.metadata(object).getName() + ": metadata.namespace is missing");
        }
        return namespace;
    }

    private static <T> String name(ResourceType<T> type, T object) {
        String name = type.metadata(object).getName();
        if (name == null || name.isEmpty()) {
            throw new ClusterException(Reason.INVALID, type.kind() + ": metadata.name is missing");
        }
        return name;
    }
}
