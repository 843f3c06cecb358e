package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.SecretDigest;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.Ownership;
import dev.eso4j.core.runtime.Informer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What an operator lists and watches from its start on, and in which order it begins. Thread-safe. */
final class OperatorInformers implements AutoCloseable {
    /** Not offered by the CRDs of the existing operator. */
    private static final String NEVER_SYNCED = "status.refreshTime=";

    private final List<Informer<?>> stores = new ArrayList<>();
    private final Informer<ExternalSecret> externalSecrets;
    private final Informer<SecretDigest> targets;

    /** Creates informers that fill the caches of {@code view}; none is started. */
    OperatorInformers(Cluster cluster, Selection selection, boolean clusterStores, OperatorView view) {
        externalSecrets = new Informer<>(cluster, ResourceType.EXTERNAL_SECRETS, selection, view.externalSecrets)
                .ahead(selection.withFields(NEVER_SYNCED));
        stores.add(new Informer<>(cluster, ResourceType.SECRET_STORES, selection, view.secretStores));
        if (clusterStores) {
            stores.add(new Informer<>(
                    cluster, ResourceType.CLUSTER_SECRET_STORES, Selection.everyNamespace(), view.clusterSecretStores));
        }
        targets = new Informer<>(
                cluster,
                ResourceType.SECRET_DIGESTS,
                selection.withLabels(Ownership.MANAGED_LABEL + "=true"),
                view.secrets);
    }

    /**
     * Starts. The targets come last: a new ExternalSecret, which does not need them, can be anywhere in the list of
     * ExternalSecrets, and two long lists at once take twice as long to get there.
     */
    void start() {
        externalSecrets.start();
        stores.forEach(Informer::start);
        CompletableFuture<Void> unused = externalSecrets.synced().thenRun(targets::start);
    }

    /** Completes when all stores are known. */
    CompletableFuture<Void> stores() {
        return CompletableFuture.allOf(stores.stream().map(Informer::synced).toArray(CompletableFuture<?>[]::new));
    }

    /** Completes when all targets are known. */
    CompletableFuture<Void> targets() {
        return targets.synced();
    }

    /** Returns whether everything is known. */
    boolean filled() {
        return all().allMatch(informer -> informer.synced().isDone());
    }

    /** Returns what keeps informers from working at the moment. */
    List<String> troubles() {
        return all().flatMap(informer -> Optional.ofNullable(informer.trouble()).stream())
                .map(e -> String.valueOf(e.getMessage()))
                .toList();
    }

    @Override
    public void close() {
        all().forEach(Informer::close);
    }

    private Stream<Informer<?>> all() {
        return Stream.concat(stores.stream(), Stream.of(targets, externalSecrets));
    }
}
