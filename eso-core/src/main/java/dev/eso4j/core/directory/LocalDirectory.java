package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.LocalClusterBuilder;
import dev.eso4j.core.cluster.Manifest;
import dev.eso4j.core.cluster.ManifestProblem;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceState;
import dev.eso4j.core.cluster.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A directory of manifests that is the cluster: every manifest in it is an object of a {@link LocalCluster}, edits become
 * changes of the objects, and the Secrets that the engine makes become files of an output directory.
 *
 * <p>Thread-safe. Has a thread only after {@link #watch}.
 */
public final class LocalDirectory implements AutoCloseable {
    private final Path directory;
    private final LocalCluster cluster;
    private final ManifestDirectory manifests;
    private final @Nullable OutputTree output;
    private final Map<String, ResourceState> remembered = new HashMap<>();
    /** What the cluster holds because the directory says so, by name. */
    private final Map<String, Manifest> applied = new LinkedHashMap<>();
    /** What the cluster refused, by name. */
    private final Map<String, Refusal> refusals = new HashMap<>();

    private List<ManifestProblem> problems = List.of();
    /** Why some of what the directory says is not in the cluster yet, though nothing is wrong with the directory. */
    private @Nullable ClusterException postponed;

    private @Nullable DirectoryWatch watch;

    private record Refusal(Manifest manifest, List<ManifestProblem> problems) {}

    LocalDirectory(LocalDirectoryBuilder builder) {
        directory = builder.directory;
        if (!Files.isDirectory(directory)) {
            throw new ClusterException(
                    Reason.NOT_FOUND, directory + " is no directory; name the directory that holds the manifests");
        }
        output = builder.output == null
                ? null
                : new OutputTree(builder.output.toAbsolutePath(), builder.format, builder.clock);
        manifests = new ManifestDirectory(new ManifestFiles(directory, builder.output), builder.namespace);
        LocalClusterBuilder local = LocalCluster.builder().clock(builder.clock);
        try {
            if (output != null) {
                for (ResourceState state : output.open()) {
                    remembered.put(name(state.kind(), state.namespace(), state.name()), state);
                }
                local.journal(output);
            }
            cluster = local.build();
            manifests.scan(false);
        } catch (IOException e) {
            throw failed(e);
        }
        reconcile();
        if (postponed != null) {
            throw postponed;
        }
        remembered.clear();
        if (output != null) {
            restore(output);
        }
    }

    /**
     * Writes files that somebody took away or exchanged anew, from what the cluster holds.
     *
     * @return whether there was anything to write
     */
    boolean repair() {
        if (output == null || output.intact()) {
            return false;
        }
        cluster.journalAgain();
        return true;
    }

    /** Returns a builder for the manifests below {@code directory}. */
    public static LocalDirectoryBuilder builder(Path directory) {
        return new LocalDirectoryBuilder(directory);
    }

    /** Returns the cluster; it is closed by {@link #close}. */
    public LocalCluster cluster() {
        return cluster;
    }

    /** Returns what is wrong with the manifests as they were read last. */
    public synchronized List<ManifestProblem> problems() {
        return problems;
    }

    /** Reads what changed since the last time, at once, and returns what is wrong with the manifests. */
    public synchronized List<ManifestProblem> scan() {
        return scan(false);
    }

    synchronized List<ManifestProblem> scan(boolean settle) {
        try {
            if (manifests.scan(settle) || postponed != null) {
                reconcile();
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return problems;
    }

    /**
     * Looks for edits every {@code interval}, on a thread of its own, until {@link #close}. An edit counts when the file
     * has not changed for one interval, so that one that is being written is left to finish.
     *
     * @param listener is told of the problems whenever they change
     */
    public synchronized void watch(Duration interval, Consumer<List<ManifestProblem>> listener) {
        if (watch != null) {
            throw new IllegalStateException(directory + " is watched already");
        }
        watch = DirectoryWatch.start(this, interval, listener);
    }

    @Override
    public void close() {
        DirectoryWatch running;
        synchronized (this) {
            running = watch;
        }
        if (running != null) {
            running.close();
        }
        cluster.close();
    }

    private static String name(String kind, String namespace, String name) {
        return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }

    private void reconcile() {
        List<ManifestProblem> found = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        postponed = null;
        for (Manifest manifest : manifests.manifests(found)) {
            wanted.add(manifest.toString());
            unlessUnavailable(() -> found.addAll(apply(manifest)));
        }
        for (Manifest gone : List.copyOf(applied.values())) {
            if (!wanted.contains(gone.toString())) {
                unlessUnavailable(() -> remove(gone));
            }
        }
        refusals.keySet().retainAll(wanted);
        if (postponed != null) {
            found.add(new ManifestProblem(".", 1, 1, "", String.valueOf(postponed.getMessage()), "it is tried again"));
        }
        problems = List.copyOf(found);
    }

    /** What the output cannot take now is tried again at the next look; the rest need not wait for it. */
    private void unlessUnavailable(Runnable change) {
        try {
            change.run();
        } catch (ClusterException e) {
            if (e.reason() != Reason.UNAVAILABLE) {
                throw e;
            }
            postponed = postponed == null ? e : postponed;
        }
    }

    private List<ManifestProblem> apply(Manifest manifest) {
        String name = manifest.toString();
        Manifest before = applied.get(name);
        Refusal refusal = refusals.get(name);
        if (refusal != null && refusal.manifest.sameContent(manifest)) {
            return refusal.problems;
        }
        refusals.remove(name);
        if (before != null && before.sameContent(manifest)) {
            return List.of();
        }
        Manifest own = manifest.ofDirectory();
        ResourceState state = remembered.get(name);
        List<ManifestProblem> found = cluster.apply(state == null ? own : own.remembered(state));
        if (found.isEmpty()) {
            applied.put(name, manifest);
        } else {
            refusals.put(name, new Refusal(manifest, found));
        }
        return found;
    }

    private void remove(Manifest gone) {
        try {
            cluster.delete(gone.type(), gone.namespace(), gone.name(), Preconditions.none());
        } catch (ClusterException e) {
            // The engine, or the end of its owner, may have removed it before.
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
        }
        applied.remove(gone.toString());
    }

    /**
     * Puts the Secrets that an earlier process wrote back into the cluster. One whose ExternalSecret is gone is collected
     * at that moment, and its files go; but not while a file cannot be read, since that may be where the ExternalSecret is.
     */
    private void restore(OutputTree output) {
        Set<String> owners = new HashSet<>();
        for (Manifest manifest : applied.values()) {
            if (manifest.type() == ResourceType.EXTERNAL_SECRETS) {
                owners.add(manifest.ofDirectory().uid());
            }
        }
        for (WrittenSecret secret : output.written()) {
            boolean described = applied.containsKey("Secret " + secret.namespace() + "/" + secret.name());
            boolean ownerless = !secret.owners().isEmpty() && Collections.disjoint(owners, secret.owners());
            if (described || (ownerless && !problems.isEmpty())) {
                continue;
            }
            String manifest = secret.manifest();
            if (manifest != null) {
                cluster.load(manifest);
            } else if (ownerless) {
                output.secretRemoved(secret.namespace(), secret.name());
            }
        }
    }

    private ClusterException failed(IOException e) {
        return new ClusterException(
                Reason.UNAVAILABLE,
                "read " + directory + ": "
                        + (e instanceof NoSuchFileException ? "it does not exist any more" : e.toString())
                        + "; check the directory and its rights",
                null,
                e);
    }
}
