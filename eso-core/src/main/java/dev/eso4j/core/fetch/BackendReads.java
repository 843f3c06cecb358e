package dev.eso4j.core.fetch;

import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.core.runtime.Patience;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.store.ManagedClient;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads remote objects, sharing each read among all who may have it.
 *
 * <p>A read serves everybody of the same store identity who asks for the same object and accepts a read that began when
 * this one did; who needs a later one starts it. Outcomes are remembered for a short time and within bounds in bytes, all
 * together and for each store identity, so that one tenant cannot fill the memory. Failures are shared in the same way, but not
 * for longer than 2 seconds.
 * Thread-safe.
 */
public final class BackendReads {
    private static final long BYTES = 32L << 20;
    private static final long BYTES_PER_STORE = 8L << 20;
    private static final long FAILURE_NANOS = Duration.ofSeconds(2).toNanos();
    /** What remembering a read takes beside its result and the text of its key. */
    private static final long OVERHEAD = 512;

    private final Map<Object, Read<?>> reads = new LinkedHashMap<>();
    private final Map<StoreIdentity, Long> bytesOf = new LinkedHashMap<>();
    private final Ticker ticker;
    private final long keepNanos;
    private long bytes;

    /** Creates reads that are remembered for {@code keep}. */
    public BackendReads(Ticker ticker, Duration keep) {
        this.ticker = ticker;
        this.keepNanos = keep.toNanos();
    }

    /** Returns the time now, on the ticker by which the age of reads is measured. */
    public long now() {
        return ticker.nanos();
    }

    /** Returns how long a read may be shared with somebody whom only the clock moves, in nanoseconds. */
    public long keepNanos() {
        return keepNanos;
    }

    /** Reads one object by a call that began at {@code notBefore} or later. */
    public RemoteObject read(ManagedClient client, RemoteKey key, long notBefore) {
        return shared(
                client,
                new ObjectRead(client.identity(), key),
                key.display().length(),
                notBefore,
                () -> client.call("read", key.display(), c -> c.read(key)),
                RemoteObject::size);
    }

    /** Searches by a call that began at {@code notBefore} or later. */
    public Map<String, RemoteObject> find(ManagedClient client, FindRequest query, long notBefore) {
        return shared(
                client,
                new Search(client.identity(), query),
                query.toString().length(),
                notBefore,
                () -> client.call("find", "secrets", c -> c.find(query)),
                found -> found.values().stream().mapToLong(RemoteObject::size).sum());
    }

    /** Returns how many reads are remembered or under way. */
    synchronized int remembered() {
        return reads.size();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        reads.clear();
        bytesOf.clear();
        bytes = 0;
    }

    @SuppressWarnings("unchecked") // The key's type determines the type of the read.
    private <T> T shared(
            ManagedClient client,
            Object key,
            int keyLength,
            long notBefore,
            Supplier<T> call,
            ToLongFunction<T> sizeOf) {
        Read<T> read;
        boolean mine = false;
        synchronized (this) {
            Read<T> known = (Read<T>) reads.get(key);
            if (known != null && known.client == client && known.began - notBefore >= 0 && !stale(known)) {
                read = known;
            } else {
                read = new Read<>(client, ticker.nanos());
                mine = true;
                expire();
                drop(key);
                reads.put(key, read);
            }
        }
        if (mine) {
            run(key, read, OVERHEAD + 2L * keyLength, call, sizeOf);
        }
        return Patience.join(read.outcome);
    }

    /** Who tries again after a failure wants another attempt, not the same answer once more. */
    private boolean stale(Read<?> read) {
        return read.outcome.isCompletedExceptionally() && ticker.nanos() - read.began > FAILURE_NANOS;
    }

    private <T> void run(Object key, Read<T> read, long ownSize, Supplier<T> call, ToLongFunction<T> sizeOf) {
        try {
            T result = call.get();
            remember(key, read, ownSize + sizeOf.applyAsLong(result));
            read.outcome.complete(result);
        } catch (RuntimeException | Error e) {
            remember(key, read, ownSize); // A tenant who asks for what does not exist must not fill the memory either.
            read.outcome.completeExceptionally(e);
            if (e instanceof Error error) {
                throw error;
            }
        }
    }

    private synchronized void remember(Object key, Read<?> read, long size) {
        if (reads.get(key) != read) {
            return;
        }
        StoreIdentity store = read.client.identity();
        if (size > BYTES_PER_STORE - bytesOf.getOrDefault(store, 0L)) {
            reads.remove(key);
            return;
        }
        read.size = size;
        bytes += size;
        bytesOf.merge(store, size, Long::sum);
        Iterator<Read<?>> oldest = reads.values().iterator();
        while (bytes > BYTES && oldest.hasNext()) {
            Read<?> candidate = oldest.next();
            if (candidate != read && candidate.outcome.isDone()) {
                oldest.remove();
                release(candidate);
            }
        }
    }

    private void expire() {
        long now = ticker.nanos();
        Iterator<Map.Entry<Object, Read<?>>> oldest = reads.entrySet().iterator();
        while (oldest.hasNext()) {
            Read<?> read = oldest.next().getValue();
            if (now - read.began <= keepNanos) {
                break;
            }
            if (read.outcome.isDone()) { // One that hangs must not keep those after it.
                oldest.remove();
                release(read);
            }
        }
    }

    private void drop(Object key) {
        Read<?> read = reads.remove(key);
        if (read != null) {
            release(read);
        }
    }

    private void release(Read<?> read) {
        bytes -= read.size;
        bytesOf.computeIfPresent(read.client.identity(), (id, sum) -> sum <= read.size ? null : sum - read.size);
        read.size = 0;
    }

    private record ObjectRead(StoreIdentity store, RemoteKey key) {
        // By hand, as those of NamespacedName.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ObjectRead o && key.equals(o.key) && store.equals(o.store);
        }

        @Override
        public int hashCode() {
            return 31 * store.hashCode() + key.hashCode();
        }
    }

    private record Search(StoreIdentity store, FindRequest query) {}

    private static final class Read<T> {
        final ManagedClient client;
        final long began;
        final CompletableFuture<T> outcome = new CompletableFuture<>();
        long size;

        Read(ManagedClient client, long began) {
            this.client = client;
            this.began = began;
        }
    }
}
