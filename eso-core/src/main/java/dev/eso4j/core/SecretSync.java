package dev.eso4j.core;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.externalsecret.ExternalSecretRules;
import dev.eso4j.core.externalsecret.ExternalSecretScope;
import dev.eso4j.core.externalsecret.StatusNotWrittenException;
import dev.eso4j.core.externalsecret.SyncOutcome;
import dev.eso4j.core.externalsecret.SyncRequest;
import dev.eso4j.core.fetch.EntryProblem;
import dev.eso4j.core.fetch.FetchResult;
import dev.eso4j.core.plan.KeyChanges;
import dev.eso4j.core.render.TargetPolicy;
import dev.eso4j.core.runtime.Defect;
import dev.eso4j.core.store.ReferenceObserver;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Syncs all ExternalSecrets of a cluster, a directory, or manifests built in code, once for each call.
 *
 * <p>A pass fetches everything anew, except where a refresh policy forbids it ({@code CreatedOnce}, {@code OnChange}, a
 * refresh interval of zero), and writes what is different. There are no threads between passes and none during one unless
 * asked for. Thread-safe; passes that overlap work on the same targets and may meet conflicts, which are reported.
 */
public final class SecretSync implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SecretSync.class);

    private final Cluster cluster;
    private final Runnable onClose;
    private final EngineOptions options;
    private final Selection selection;
    private final boolean checkStores;
    private final int parallelism;
    private final Executor executor;
    private final GenericTargets genericTargets;

    SecretSync(Cluster cluster, Runnable onClose, EngineOptions options, SecretSyncBuilder builder) {
        this.cluster = cluster;
        this.onClose = onClose;
        this.options = options;
        this.selection =
                builder.namespace == null ? Selection.everyNamespace() : Selection.namespace(builder.namespace);
        this.checkStores = builder.checkStores;
        this.parallelism = builder.parallelism;
        this.genericTargets = new GenericTargets(cluster, builder.genericTargets, options.ticker());
        this.executor =
                builder.executor == null ? task -> daemon(task, "eso-sync").start() : builder.executor;
    }

    /** Returns a builder. */
    public static SecretSyncBuilder builder() {
        return new SecretSyncBuilder();
    }

    /**
     * Says what a pass would do. Reads from the backends and writes nothing.
     *
     * @throws ClusterException if the ExternalSecrets cannot be listed
     */
    public SyncReport plan() {
        return pass(true);
    }

    /**
     * Does a pass. A failing ExternalSecret is reported and does not keep the others from being synced.
     *
     * @throws ClusterException if the ExternalSecrets cannot be listed
     */
    public SyncReport sync() {
        return pass(false);
    }

    /** Does a pass on another thread. */
    public CompletableFuture<SyncReport> syncAsync() {
        return CompletableFuture.supplyAsync(this::sync, executor);
    }

    /** Returns the data of a Secret of the cluster. */
    public Optional<Map<String, SecretValue>> secret(String namespace, String name) {
        return cluster.get(ResourceType.SECRETS, namespace, name).map(secret -> {
            Map<String, SecretValue> data = new LinkedHashMap<>();
            secret.data().forEach((key, value) -> data.put(key, SecretValue.of(value)));
            return data;
        });
    }

    /** Releases what belongs to this object; a cluster that was given stays open. */
    @Override
    public void close() {
        onClose.run();
    }

    /**
     * Fetches what an ExternalSecret asks for, whether it is in the cluster or not, by the stores of the cluster. Nothing is
     * written, and what a generator issues on the way is taken back at once, so that its values serve to look at and no more.
     *
     * @return the values before templates, by key
     * @throws FetchFailedException if an entry fails; the message names each, and no value
     */
    public Map<String, SecretValue> fetch(ExternalSecret externalSecret) {
        String name = externalSecret.getMetadata().getNamespace() + "/"
                + externalSecret.getMetadata().getName();
        List<String> wrong = ExternalSecretRules.check(externalSecret);
        if (!wrong.isEmpty()) {
            throw new FetchFailedException(name + ": " + String.join("; ", wrong));
        }
        boolean tolerate = TargetPolicy.of(externalSecret).deletion() != TargetPolicy.Deletion.Retain;
        try (Engine engine = engine(new PassView(cluster))) {
            FetchResult fetched = engine.fetcher.fetch(externalSecret, tolerate, engine.reads.now());
            fetched.rollBack(name);
            if (!fetched.problems().isEmpty()) {
                throw new FetchFailedException(name + ": " + EntryProblem.text(fetched.problems()));
            } else if (fetched.waiting().isPresent()) {
                throw new FetchFailedException(
                        name + ": " + fetched.waiting().get().getMessage());
            }
            return fetched.values();
        }
    }

    private Engine engine(PassView view) {
        return new Engine(
                cluster,
                options,
                view,
                view,
                ReferenceObserver.none(),
                ClusterTemplates.ofOnePass(cluster),
                new ClusterManifests(cluster, genericTargets),
                (externalSecret, status, routine) -> cluster.patchStatus(
                        ResourceType.EXTERNAL_SECRETS,
                        externalSecret.getMetadata().getNamespace(),
                        externalSecret.getMetadata().getName(),
                        Map.of("status", status),
                        "eso4j"),
                EventSink.none(),
                checkStores);
    }

    private SyncReport pass(boolean dryRun) {
        List<ExternalSecret> all = new ArrayList<>();
        cluster.list(ResourceType.EXTERNAL_SECRETS, selection, all::add);
        all.sort(Comparator.comparing((ExternalSecret e) -> e.getMetadata().getNamespace())
                .thenComparing(e -> e.getMetadata().getName()));
        try (Engine engine = engine(new PassView(cluster, selection))) {
            ExternalSecretScope scope = new ExternalSecretScope(engine.stores, true);
            TargetResult[] results = new TargetResult[all.size()];
            long start = engine.reads.now();
            inParallel(all.size(), i -> results[i] = one(engine, scope, all.get(i), start, dryRun));
            return new SyncReport(List.of(results));
        }
    }

    private TargetResult one(
            Engine engine, ExternalSecretScope scope, ExternalSecret externalSecret, long start, boolean dryRun) {
        if (externalSecret.getMetadata().getDeletionTimestamp() != null || !scope.includes(externalSecret)) {
            return result(
                    externalSecret,
                    externalSecret.getMetadata().getName(),
                    TargetResult.Action.IGNORED,
                    "",
                    Optional.empty());
        }
        SyncRequest request = new SyncRequest(options.clock().instant(), start, true, true, dryRun);
        try {
            SyncOutcome outcome = engine.sync.sync(externalSecret, request);
            return result(externalSecret, outcome.target(), action(outcome), outcome.message(), outcome.changes());
        } catch (ClusterException | StatusNotWrittenException e) {
            return result(
                    externalSecret,
                    externalSecret.getMetadata().getName(),
                    TargetResult.Action.FAILED,
                    String.valueOf(e.getMessage()),
                    Optional.empty());
        } catch (RuntimeException e) { // The others must be synced even so.
            log.error(
                    "{}/{}: {}",
                    externalSecret.getMetadata().getNamespace(),
                    externalSecret.getMetadata().getName(),
                    Defect.of(e));
            return result(
                    externalSecret,
                    externalSecret.getMetadata().getName(),
                    TargetResult.Action.FAILED,
                    "this is a defect of eso4j, please report it: "
                            + e.getClass().getName() + "; the log has its place",
                    Optional.empty());
        }
    }

    private static TargetResult.Action action(SyncOutcome outcome) {
        return switch (outcome.kind()) {
            case CREATED -> TargetResult.Action.CREATED;
            case UPDATED -> TargetResult.Action.UPDATED;
            case DELETED -> TargetResult.Action.DELETED;
            case FAILED, WAITING -> TargetResult.Action.FAILED;
            case IGNORED -> TargetResult.Action.IGNORED;
            case UNCHANGED, RETAINED, NOT_DUE -> TargetResult.Action.UNCHANGED;
        };
    }

    private static TargetResult result(
            ExternalSecret externalSecret,
            String target,
            TargetResult.Action action,
            String message,
            Optional<KeyChanges> changes) {
        ObjectMeta metadata = externalSecret.getMetadata();
        return new TargetResult(
                metadata.getNamespace(),
                metadata.getName(),
                target,
                action,
                message,
                changes.map(KeyChanges::all).orElseGet(TreeSet::new));
    }

    private void inParallel(int count, java.util.function.IntConsumer task) {
        int threads = Math.min(parallelism, count);
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                task.accept(i);
            }
        };
        List<CompletableFuture<Void>> others = new ArrayList<>();
        List<Thread> started = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            int number = i;
            others.add(CompletableFuture.runAsync(worker, r -> {
                Thread thread = daemon(r, "eso-sync-" + number);
                started.add(thread);
                thread.start();
            }));
        }
        try {
            worker.run();
            others.forEach(CompletableFuture::join);
        } finally {
            started.forEach(SecretSync::awaitEnd); // The work is done a moment before its thread has ended.
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
