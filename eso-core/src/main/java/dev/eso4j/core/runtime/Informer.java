package dev.eso4j.core.runtime;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.cluster.WatchListener;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link Cache} of one kind up to date: lists once, watches from there, resumes when a watch ends, and lists anew
 * when it cannot. A new list replaces objects one by one and removes what it did not contain, so it never holds the kind
 * twice. Owns one thread between {@link #start} and {@link #close}.
 */
public final class Informer<T> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Informer.class);

    /** How long a watch must have lived, so that its end is not taken for a failed attempt. */
    private static final long LASTING = Duration.ofSeconds(10).toNanos();

    private static final int MOST_AHEAD = 100;
    /** A long list takes the processors away from what is done about those that were listed ahead of it. */
    private static final long HEAD_START_MILLIS = 150;

    private static final long LOOK_MILLIS = 20;
    private static final int PATIENCE_LOOKS = 500;

    private final Cluster cluster;
    private final ResourceType<T> type;
    private final Selection selection;
    private final Cache<T> cache;
    private final Ticker ticker;
    private final CompletableFuture<Void> synced = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile Cluster.@Nullable Watch watch;
    private volatile @Nullable ClusterException trouble;
    private @Nullable String resourceVersion;
    private @Nullable Selection ahead;

    /** Creates an informer that fills {@code cache}. */
    public Informer(Cluster cluster, ResourceType<T> type, Selection selection, Cache<T> cache) {
        this(cluster, type, selection, cache, Ticker.system());
    }

    Informer(Cluster cluster, ResourceType<T> type, Selection selection, Cache<T> cache, Ticker ticker) {
        this.ticker = ticker;
        this.cluster = cluster;
        this.type = type;
        this.selection = selection;
        this.cache = cache;
        this.thread = new Thread(this::run, "eso-informer-" + type.plural());
        this.thread.setDaemon(true);
    }

    /**
     * Sets what is listed ahead of everything else, because it matters most: at most {@value #MOST_AHEAD} objects, which get
     * a head start of {@value #HEAD_START_MILLIS} ms before the list of all. It is a help and nothing more; a cluster that cannot select like that is not asked twice. Must happen before {@link #start}.
     */
    public Informer<T> ahead(Selection first) {
        this.ahead = first;
        return this;
    }

    /** Starts listing and watching. */
    public void start() {
        thread.start();
    }

    /** Completes when the first list is in the cache. */
    public CompletableFuture<Void> synced() {
        return synced;
    }

    /**
     * Waits until the first list is in the cache; not for one that has failed, which may take for ever, and not for longer
     * than ten seconds.
     *
     * @return whether it is
     */
    public boolean awaitSynced() {
        for (int i = 0; i < PATIENCE_LOOKS; i++) {
            try {
                synced.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                if (trouble != null) {
                    return false;
                }
            } catch (ExecutionException | CancellationException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Returns what keeps the informer from working at the moment, or {@code null}. */
    public @Nullable ClusterException trouble() {
        return trouble;
    }

    /** Ends the watch and the thread. Does not throw. */
    @Override
    public void close() {
        closed = true;
        Cluster.Watch running = watch;
        if (running != null) {
            running.close();
        }
        thread.interrupt();
        synced.cancel(false);
        if (Thread.currentThread() != thread) {
            try {
                thread.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        int failures = 0;
        if (ahead != null) {
            listAhead(ahead);
        }
        while (!closed) {
            try {
                if (resourceVersion == null) {
                    resourceVersion = list();
                    synced.complete(null);
                }
                trouble = null;
                WatchEnd end = watchFrom(resourceVersion);
                failures = end.useful() ? 0 : failures;
                if (end.cause() != null) {
                    throw end.cause();
                }
            } catch (ClusterException e) {
                if (closed) {
                    return;
                }
                if (e.reason() == ClusterException.Reason.GONE) {
                    resourceVersion = null;
                } else {
                    ClusterException before = trouble;
                    trouble = e;
                    if (before == null || !String.valueOf(e.getMessage()).equals(before.getMessage())) {
                        log.warn("watching {} is interrupted and will be resumed: {}", type.plural(), e.getMessage());
                    }
                }
                pause(failures++, e);
            } catch (RuntimeException e) { // Whoever is told of a change must not end the watch for everybody.
                log.error("watching {} failed and will be begun anew: {}", type.plural(), Defect.of(e));
                resourceVersion = null;
                trouble = new ClusterException(
                        ClusterException.Reason.OTHER, "watching " + type.plural() + " failed; the log has the place");
                pause(failures++, trouble);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void listAhead(Selection first) {
        int[] found = {0};
        try {
            cluster.listSome(type, first, MOST_AHEAD, object -> {
                found[0]++;
                cache.put(key(object), object, true);
            });
            if (found[0] > 0) {
                TimeUnit.MILLISECONDS.sleep(HEAD_START_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClusterException e) {
            // What is really wrong stops the list that follows too, and is told there.
            log.debug("{} cannot be listed by {}: {}", type.plural(), first.fields(), e.getMessage());
        }
    }

    private String list() {
        Set<NamespacedName> seen = new HashSet<>();
        boolean initial = !synced.isDone();
        String version = cluster.list(type, selection, object -> {
            seen.add(key(object));
            cache.put(key(object), object, initial);
        });
        cache.retain(seen, Versions.number(version));
        return version;
    }

    /** How a watch ended; one that told something, or only lasted, gives no reason to be slow with the next. */
    private record WatchEnd(@Nullable ClusterException cause, boolean useful) {}

    private WatchEnd watchFrom(String version) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        @Nullable ClusterException[] cause = {null};
        boolean[] progressed = {false};
        long began = ticker.nanos();
        Cluster.Watch running = cluster.watch(type, selection, version, new WatchListener<>() {
            @Override
            public boolean known(ObjectMeta metadata) {
                NamespacedName key = Informer.key(metadata);
                String at = metadata.getResourceVersion();
                if (!cache.knows(key, Versions.number(at))) {
                    return false;
                }
                progressed[0] = true;
                if (Versions.number(at) > Versions.number(resourceVersion)) {
                    resourceVersion = at;
                }
                return true;
            }

            @Override
            public void event(Change change, T object) {
                progressed[0] = true;
                String at = type.metadata(object).getResourceVersion();
                if (Versions.number(at) <= Versions.number(resourceVersion)) {
                    return; // Told before; what is gone since must not come back.
                }
                resourceVersion = at;
                if (change == Change.DELETED) {
                    cache.remove(key(object), object);
                } else {
                    cache.put(key(object), object, false);
                }
            }

            @Override
            public void bookmark(String at) {
                progressed[0] = true;
                resourceVersion = at;
            }

            @Override
            public void closed(@Nullable ClusterException why) {
                cause[0] = why;
                ended.countDown();
            }
        });
        watch = running;
        if (closed) {
            running.close();
        }
        ended.await();
        return new WatchEnd(cause[0], progressed[0] || ticker.nanos() - began > LASTING);
    }

    private void pause(int failures, ClusterException why) {
        // Before the first list somebody is about to put things right and waits for us; and a server that is being
        // started
        // again is not burdened by being knocked at.
        long longest = synced.isDone() && !why.unreachable() ? 30_000 : 5_000;
        long asked = why.retryAfter().map(Duration::toMillis).orElse(0L);
        try {
            TimeUnit.MILLISECONDS.sleep(
                    Math.max(Math.min(asked, 30_000), Math.min(longest, 200L << Math.min(failures, 8))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private NamespacedName key(T object) {
        return key(type.metadata(object));
    }

    private static NamespacedName key(ObjectMeta metadata) {
        return new NamespacedName(metadata.getNamespace() == null ? "" : metadata.getNamespace(), metadata.getName());
    }
}
