package dev.eso4j.core;

import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.cluster.WatchListener;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cluster that writes down each request as {@code verb Kind namespace/name}, and can be told to refuse some. */
public final class CountingCluster implements Cluster {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Cluster cluster;
    private volatile Function<String, @Nullable ClusterException> refusal = request -> null;
    private volatile Consumer<String> before = request -> {};
    private volatile Consumer<String> after = request -> {};

    public CountingCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Requests for which {@code refusal} returns an exception fail with it. */
    public void refuse(Function<String, @Nullable ClusterException> refusal) {
        this.refusal = refusal;
    }

    /** Runs {@code action} before each request is carried out. */
    public void before(Consumer<String> action) {
        this.before = action;
    }

    /** Runs {@code action} after each update was carried out, before its caller has the answer. */
    public void afterUpdate(Consumer<String> action) {
        this.after = action;
    }

    /** Returns all requests but those about events, which are a courtesy and not waited for. */
    public List<String> requests() {
        synchronized (requests) {
            return requests.stream().filter(r -> !r.contains(" Event ")).toList();
        }
    }

    public List<String> writes() {
        return requests().stream()
                .filter(r -> !r.startsWith("get ") && !r.startsWith("list ") && !r.startsWith("watch "))
                .toList();
    }

    public List<String> gets() {
        return requests().stream().filter(r -> r.startsWith("get ")).toList();
    }

    public void reset() {
        requests.clear();
    }

    private void note(String verb, ResourceType<?> type, @Nullable String namespace, @Nullable String name) {
        String request = verb + " " + type.kind() + " " + namespace + "/" + name;
        requests.add(request);
        before.accept(request);
        ClusterException refused = refusal.apply(request);
        if (refused != null) {
            throw refused;
        }
    }

    private <T> void note(String verb, ResourceType<T> type, T object) {
        note(
                verb,
                type,
                type.metadata(object).getNamespace(),
                type.metadata(object).getName());
    }

    @Override
    public Optional<ResourceType<GenericKubernetesResource>> find(String apiVersion, String kind) {
        requests.add("discover " + apiVersion + "/" + kind);
        return cluster.find(apiVersion, kind);
    }

    @Override
    public <T> Optional<T> get(ResourceType<T> type, String namespace, String name) {
        note("get", type, namespace, name);
        return cluster.get(type, namespace, name);
    }

    @Override
    public <T> String list(ResourceType<T> type, Selection selection, Consumer<? super T> each) {
        note("list", type, selection.namespace(), selection.labels());
        return cluster.list(type, selection, each);
    }

    @Override
    public <T> void listSome(ResourceType<T> type, Selection selection, int most, Consumer<? super T> each) {
        note("list", type, selection.namespace(), selection.fields());
        cluster.listSome(type, selection, most, each);
    }

    @Override
    public <T> Watch watch(
            ResourceType<T> type, Selection selection, String resourceVersion, WatchListener<T> listener) {
        note("watch", type, selection.namespace(), selection.labels());
        return cluster.watch(type, selection, resourceVersion, listener);
    }

    @Override
    public <T, R> R create(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        note("create", type, object);
        return cluster.create(type, object, answer, fieldManager);
    }

    @Override
    public <T, R> R update(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        note("update", type, object);
        R result = cluster.update(type, object, answer, fieldManager);
        after.accept("update " + type.kind() + " " + type.metadata(object).getName());
        return result;
    }

    @Override
    public <T> T patch(ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        note("patch", type, namespace, name);
        return cluster.patch(type, namespace, name, patch, fieldManager);
    }

    @Override
    public <T> T patchStatus(
            ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        note("status", type, namespace, name);
        return cluster.patchStatus(type, namespace, name, patch, fieldManager);
    }

    @Override
    public <T> T apply(ResourceType<T> type, T object, String fieldManager) {
        note("apply", type, object);
        return cluster.apply(type, object, fieldManager);
    }

    @Override
    public void delete(ResourceType<?> type, String namespace, String name, Preconditions preconditions) {
        note("delete", type, namespace, name);
        cluster.delete(type, namespace, name, preconditions);
    }

    @Override
    public ServiceAccountToken requestToken(
            String namespace, String serviceAccount, List<String> audiences, @Nullable Duration lifetime) {
        return cluster.requestToken(namespace, serviceAccount, audiences, lifetime);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
