package dev.eso4j.provider.kit;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections to the origins of one backend, kept between calls. Has no thread of its own. Thread-safe. */
final class HttpConnections implements AutoCloseable {
    /** What is done over a connection. */
    @FunctionalInterface
    interface Use<T> {
        T with(HttpConnection connection) throws IOException;
    }

    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final int most;
    private final long keptNanos;
    private boolean tidying;
    private volatile boolean closed;

    /** Keeps up to {@code most} idle connections, each for as long as it is idle for less than {@code kept}. */
    HttpConnections(int most, Duration kept) {
        this.most = most;
        this.keptNanos = kept.toNanos();
    }

    /** Returns the connection to the origin that was used last and is idle, or {@code null}. */
    @Nullable
    HttpConnection lease(HttpOrigin origin) {
        while (true) {
            HttpConnection connection = poll(origin);
            if (connection == null || connection.usable()) {
                return connection;
            }
            discard(connection);
        }
    }

    private @Nullable HttpConnection poll(HttpOrigin origin) {
        synchronized (idle) {
            for (Iterator<HttpConnection> each = idle.iterator(); each.hasNext(); ) {
                HttpConnection connection = each.next();
                if (connection.origin().equals(origin)) {
                    each.remove();
                    return connection;
                }
            }
        }
        return null;
    }

    /** Uses a connection, and ends it if that fails; who succeeds says with {@link #keep} or {@link #discard} what becomes of it. */
    <T> T use(HttpConnection connection, Use<T> use) throws IOException {
        open.add(connection);
        boolean done = false;
        try {
            if (closed) {
                throw new SocketException("the client is closed");
            }
            T result = use.with(connection);
            done = true;
            return result;
        } finally {
            if (!done) {
                discard(connection);
            }
        }
    }

    void keep(HttpConnection connection) {
        connection.idleSince = System.nanoTime();
        HttpConnection old = null;
        synchronized (idle) {
            idle.addFirst(connection);
            if (idle.size() > most) {
                old = idle.pollLast();
            }
            if (!tidying) {
                tidying = true;
                tidyLater();
            }
        }
        if (old != null) {
            discard(old);
        }
        if (closed) {
            close();
        }
    }

    /** Idle connections hold buffers and descriptors here and there, so they do not wait for the next call to be ended. */
    private void tidyLater() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, keptNanos, TimeUnit.NANOSECONDS)
                .thenRun(this::tidy);
    }

    private void tidy() {
        List<HttpConnection> old = new ArrayList<>();
        synchronized (idle) {
            long now = System.nanoTime();
            while (!idle.isEmpty() && now - idle.getLast().idleSince >= keptNanos) {
                old.add(idle.removeLast());
            }
            tidying = !idle.isEmpty();
            if (tidying) {
                tidyLater();
            }
        }
        old.forEach(this::discard);
    }

    void discard(HttpConnection connection) {
        open.remove(connection);
        connection.abort();
    }

    boolean closed() {
        return closed;
    }

    /** Ends all calls and closes all connections. */
    @Override
    public void close() {
        closed = true;
        synchronized (idle) {
            idle.clear();
        }
        open.forEach(this::discard);
    }
}
