package dev.eso4j.core.cluster;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** The connections to the API server, kept between calls. Has no thread of its own. Thread-safe. */
final class ApiConnections {
    /** Servers and what stands before them close what is idle for longer. */
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(90);
    /** One that was in use just now is not looked at before it is used again: a look takes a millisecond. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ApiEndpoint endpoint;
    private final int most;
    private final Deque<ApiConnection> idle = new ArrayDeque<>();
    private final Set<ApiConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Keeps up to {@code most} idle connections. */
    ApiConnections(ApiEndpoint endpoint, int most) {
        this.endpoint = endpoint;
        this.most = most;
    }

    /**
     * Sends a request.
     *
     * @param allowed is run right before the request goes to the wire, on a connection that stands; may throw
     * @param started is told how to end the call from another thread, before anything that takes time is done
     */
    ApiResponse send(
            ClassicHttpRequest request,
            Duration silence,
            Duration all,
            Runnable allowed,
            @Nullable Consumer<Runnable> started)
            throws IOException {
        ApiConnection kept = lease();
        if (kept != null) {
            try {
                return send(kept, request, silence, all, allowed, started);
            } catch (NoHttpResponseException | SocketException e) {
                if (closed || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                // The server was about to close it when it was used: nobody has read the request, so it is sent
                // again. If somebody has read it after all, the second one is answered like any repetition: exists,
                // conflict, gone.
            }
        }
        ApiConnection fresh = new ApiConnection(endpoint);
        open.add(fresh);
        return send(fresh, request, silence, all, allowed, started);
    }

    private ApiResponse send(
            ApiConnection connection,
            ClassicHttpRequest request,
            Duration silence,
            Duration all,
            Runnable allowed,
            @Nullable Consumer<Runnable> started)
            throws IOException {
        boolean answered = false;
        try {
            if (started != null) {
                started.accept(connection::abort);
            }
            if (closed) {
                throw new SocketException("the client is closed");
            }
            connection.bound(silence, all);
            connection.connect();
            allowed.run();
            ClassicHttpResponse response = connection.exchange(request);
            answered = true;
            return new ApiResponse(response, connection, ended -> done(connection, ended && kept(response)));
        } catch (HttpException e) {
            throw new IOException("the answer is not HTTP", e);
        } finally {
            if (!answered) {
                discard(connection);
            }
        }
    }

    /** Since HTTP/1.1 a connection goes on unless somebody says otherwise. */
    private static boolean kept(ClassicHttpResponse response) {
        Header connection = response.getFirstHeader("Connection");
        return response.getVersion() != null
                && response.getVersion().greaterEquals(HttpVersion.HTTP_1_1)
                && (connection == null
                        || !connection.getValue().toLowerCase(Locale.ROOT).contains("close"));
    }

    private @Nullable ApiConnection lease() throws IOException {
        while (true) {
            ApiConnection connection;
            synchronized (idle) {
                connection = idle.pollFirst();
            }
            if (connection == null) {
                return null;
            }
            long age = System.nanoTime() - connection.idleSince;
            if (age < FRESH_NANOS || age < KEPT_NANOS && !connection.stale()) {
                return connection;
            }
            discard(connection);
        }
    }

    private void done(ApiConnection connection, boolean reusable) {
        if (!reusable || closed) {
            discard(connection);
            return;
        }
        connection.idleSince = System.nanoTime();
        ApiConnection old;
        synchronized (idle) {
            idle.addFirst(connection);
            ApiConnection last = idle.peekLast();
            boolean tooMany = idle.size() > most || last != null && connection.idleSince - last.idleSince > KEPT_NANOS;
            old = tooMany ? idle.pollLast() : null;
        }
        if (old != null) {
            discard(old);
        }
        if (closed) {
            close();
        }
    }

    private void discard(ApiConnection connection) {
        open.remove(connection);
        connection.abort();
    }

    /** Ends all calls and closes all connections. */
    void close() {
        closed = true;
        synchronized (idle) {
            idle.clear();
        }
        open.forEach(this::discard);
    }
}
