package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in memory, with the rules of the API server as far as External Secrets meets them: versions, generations,
 * defaults, validation, finalizers, garbage collection, field managers, watches.
 *
 * <p>What differs: a namespace comes to be with the first object in it; garbage collection is done before the deleting
 * call returns; there are no tokens of ServiceAccounts. It has a thread only while a watch is open.
 */
public final class LocalCluster implements Cluster {
    private final LocalStore store;
    private final LocalKinds kinds;
    private final Deletions deletions;
    private final LocalWrites writes;
    private final LocalLoad loading;

    LocalCluster(LocalClusterBuilder builder) {
        kinds = new LocalKinds(builder.kinds);
        InstantSource clock = builder.clock;
        Supplier<String> now =
                () -> DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        store = new LocalStore(builder.retainedChanges, new JournalFeed(builder.journal));
        deletions = new Deletions(store, now);
        writes = new LocalWrites(store, deletions, now, builder.uids);
        loading = new LocalLoad(store, writes, deletions, now, builder.uids);
    }

    /** Returns an empty cluster. */
    public static LocalCluster create() {
        return builder().build();
    }

    /** Returns a builder. */
    public static LocalClusterBuilder builder() {
        return new LocalClusterBuilder();
    }

    @Override
    public Optional<ResourceType<GenericKubernetesResource>> find(String apiVersion, String kind) {
        return kinds.find(apiVersion, kind);
    }

    @Override
    public <T> Optional<T> get(ResourceType<T> type, String namespace, String name) {
        Stored object = store.table(type).get(namespace, name);
        return object == null ? Optional.empty() : Optional.of(Trees.decode(type, object.tree()));
    }

    @Override
    public <T> String list(ResourceType<T> type, Selection selection, Consumer<? super T> each) {
        return Long.toString(list(type, selection, Integer.MAX_VALUE, each));
    }

    @Override
    public <T> void listSome(ResourceType<T> type, Selection selection, int most, Consumer<? super T> each) {
        list(type, selection, most, each);
    }

    private <T> long list(ResourceType<T> type, Selection selection, int most, Consumer<? super T> each) {
        Table table = store.table(type);
        List<Stored> found = new ArrayList<>();
        long version = store.select(table, new Matcher(table, selection), found);
        for (Stored object : found.subList(0, Math.min(most, found.size()))) {
            each.accept(Trees.decode(type, object.tree()));
        }
        return version;
    }

    @Override
    public <T> Watch watch(
            ResourceType<T> type, Selection selection, String resourceVersion, WatchListener<T> listener) {
        Table table = store.table(type);
        long from;
        try {
            from = Long.parseLong(resourceVersion);
        } catch (NumberFormatException e) {
            throw new ClusterException(
                    Reason.INVALID,
                    "watch " + type.kind() + ": \"" + resourceVersion + "\" is no resourceVersion; take it from a list",
                    null,
                    e);
        }
        return store.watch(type, table, new Matcher(table, selection), from, listener);
    }

    @Override
    public <T, R> R create(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        Table table = store.table(type);
        ObjectNode tree = Trees.encode(type, object);
        return write(answer, () -> writes.create(table, tree, fieldManager, null));
    }

    @Override
    public <T, R> R update(ResourceType<T> type, T object, ResourceType<R> answer, String fieldManager) {
        Table table = store.table(type);
        ObjectNode tree = Trees.encode(type, object);
        ObjectNode metadata = Trees.child(tree, "metadata");
        return write(answer, () -> {
            Stored current = existing("update", table, Trees.text(metadata, "namespace"), Trees.text(metadata, "name"));
            if (table.custom && Trees.text(metadata, "resourceVersion").isEmpty()) {
                Violations violations = new Violations();
                violations.add("metadata.resourceVersion", "is missing; send the one that was read");
                violations.raise("update", table.name(current.namespace(), current.name()));
            }
            Trees.dropNulls(tree);
            return writes.replace("update", current, tree, fieldManager, null);
        });
    }

    @Override
    public <T> T patch(ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        Table table = store.table(type);
        JsonNode changes = Json.MAPPER.valueToTree(patch);
        return write(type, () -> {
            Stored current = existing("patch", table, namespace, name);
            ObjectNode merged = (ObjectNode) Trees.mergePatch(current.tree(), changes);
            if (Trees.at(changes, "metadata", "resourceVersion").isMissingNode()) {
                merged.set("metadata", Trees.shallow(Trees.child(merged, "metadata")));
                Trees.child(merged, "metadata").remove("resourceVersion");
            }
            return writes.replace("patch", current, own(table, merged), fieldManager, null);
        });
    }

    /** Defaults are filled in in place, so a tree of a kind that has some must not be shared. */
    private static ObjectNode own(Table table, ObjectNode tree) {
        return table.custom ? tree.deepCopy() : tree;
    }

    @Override
    public <T> T patchStatus(
            ResourceType<T> type, String namespace, String name, Map<String, ?> patch, String fieldManager) {
        Table table = store.table(type);
        JsonNode changes = Json.MAPPER.valueToTree(patch);
        return write(type, () -> {
            Stored current = existing("patch status of", table, namespace, name);
            if (!table.hasStatus()) {
                throw new ClusterException(
                        Reason.NOT_FOUND, "patch status of " + table.name(namespace, name) + ": it has no status");
            }
            return writes.status(current, changes);
        });
    }

    @Override
    public <T> T apply(ResourceType<T> type, T object, String fieldManager) {
        Table table = store.table(type);
        ObjectNode config = Trees.encode(type, object);
        return write(type, () -> new LocalApply(store, writes).apply(table, config, fieldManager));
    }

    @Override
    public void delete(ResourceType<?> type, String namespace, String name, Preconditions preconditions) {
        Table table = store.table(type);
        store.lock.lock();
        try {
            Stored current = existing("delete", table, namespace, name);
            LocalWrites.precondition(
                    "delete",
                    table.name(namespace, name),
                    current,
                    preconditions.uid() == null ? "" : preconditions.uid(),
                    preconditions.resourceVersion() == null ? "" : preconditions.resourceVersion());
            deletions.delete(current);
        } finally {
            store.lock.unlock();
        }
    }

    /**
     * Creates or replaces the objects of one or more manifests in YAML or JSON. Those without a namespace go to {@code
     * default}. What a manifest says about status, uid, generation and managed fields is kept.
     *
     * @throws ClusterException INVALID with all problems, each with line and field, before anything was changed; or with
     *     the rules that an object breaks, after those before it were put in place
     */
    public void load(String manifests) {
        ManifestReader.Result result = ManifestReader.into("default").read("manifests", manifests);
        if (!result.problems().isEmpty()) {
            throw new ClusterException(
                    Reason.INVALID,
                    result.problems().stream().map(ManifestProblem::toString).collect(Collectors.joining("\n")));
        }
        for (Manifest manifest : result.manifests()) {
            Table table = store.table(manifest.type());
            locked(() -> loading.replace(table, manifest.tree()));
        }
    }

    /**
     * Creates or changes the object of a manifest, as {@code kubectl apply} does: what others added to a Secret or
     * ConfigMap stays.
     *
     * @return the rules that the manifest breaks, each with its line; empty if it was applied
     * @throws ClusterException UNAVAILABLE if the journal cannot keep it, which is not the manifest's fault
     */
    public List<ManifestProblem> apply(Manifest manifest) {
        Table table = store.table(manifest.type());
        Violations violations = new Violations();
        LocalWrites.complete(table, manifest.tree().deepCopy(), violations);
        List<ManifestProblem> problems = new ArrayList<>();
        violations.found().forEach(v -> problems.add(manifest.problem(v.field(), v.problem(), "")));
        if (problems.isEmpty()) {
            try {
                locked(() -> loading.apply(table, manifest.tree()));
            } catch (ClusterException e) {
                if (e.reason() == Reason.UNAVAILABLE) {
                    throw e;
                }
                problems.add(manifest.problem("", "it was refused: " + e.getMessage(), ""));
            }
        }
        return problems;
    }

    /** Tells the journal of everything as if it were stored just now; throws its first failure when all has been told. */
    public void journalAgain() {
        store.journalAgain();
    }

    @Override
    public ServiceAccountToken requestToken(
            String namespace, String serviceAccount, List<String> audiences, @Nullable Duration lifetime) {
        throw new ClusterException(
                Reason.OTHER,
                "request a token of ServiceAccount " + namespace + "/" + serviceAccount
                        + ": no ServiceAccount tokens without a cluster; authenticate by a Secret instead");
    }

    @Override
    public void close() {
        store.close();
    }

    private Stored existing(String verb, Table table, String namespace, String name) {
        Stored current = table.get(namespace, name);
        if (current == null) {
            throw new ClusterException(
                    Reason.NOT_FOUND, verb + " " + table.name(namespace, name) + ": there is no such object");
        }
        return current;
    }

    private <T> T write(ResourceType<T> type, Supplier<Stored> change) {
        return Trees.decode(type, locked(change).tree());
    }

    private Stored locked(Supplier<Stored> change) {
        store.lock.lock();
        try {
            return change.get();
        } finally {
            store.lock.unlock();
        }
    }
}
