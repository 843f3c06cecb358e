package dev.eso4j.core.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.util.Timeout;

/** One connection to the API server, for one call at a time. Only {@link #abort} may come from another thread. */
final class ApiConnection {
    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(8192)
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(200)
            .build();
    /** A body that does not fit into the buffers of both sides may be written for ever to a server that does not read. */
    private static final long LONG_BODY = 64 * 1024;

    private static final int MOST_INTERIM_ANSWERS = 10;

    private final ApiEndpoint endpoint;
    private final Socket raw;
    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(LIMITS);
    private boolean connected;
    private long silenceNanos;
    private long deadline;
    private boolean bounded;
    /** When the last call ended. */
    long idleSince;

    ApiConnection(ApiEndpoint endpoint) {
        this.endpoint = endpoint;
        this.raw = endpoint.socket();
    }

    /** Sets how long the server may be silent, and, unless it is zero, how long the whole call may take. */
    void bound(Duration silence, Duration all) {
        silenceNanos = silence.toNanos();
        bounded = !all.isZero();
        deadline = System.nanoTime() + all.toNanos();
    }

    /** Connects, unless that has been done before. */
    void connect() throws IOException {
        if (connected) {
            return;
        }
        SSLSocket tls = endpoint.connect(raw, millis(silenceNanos));
        if (tls == null) {
            http.bind(raw);
        } else {
            http.bind(tls, raw);
        }
        connected = true;
    }

    /** Returns whether the server has closed it, or said something that nobody asked for. Costs a millisecond. */
    boolean stale() throws IOException {
        return http.isStale();
    }

    /** Sends a request and returns the head of the answer. */
    ClassicHttpResponse exchange(ClassicHttpRequest request) throws IOException, HttpException {
        http.setSocketTimeout(Timeout.ofMilliseconds(millis(silenceNanos)));
        CompletableFuture<Void> sent =
                request.getEntity() != null && request.getEntity().getContentLength() > LONG_BODY && bounded
                        ? watched()
                        : null;
        http.sendRequestHeader(request);
        if (request.getEntity() != null) {
            http.sendRequestEntity(request);
        }
        http.flush();
        if (sent != null) {
            sent.complete(null);
        }
        for (int i = 0; i < MOST_INTERIM_ANSWERS; i++) {
            awaitBounds();
            ClassicHttpResponse response = http.receiveResponseHeader();
            if (response.getCode() >= 200) {
                if (response.getCode() != 204 && response.getCode() != 304) {
                    http.receiveResponseEntity(response);
                }
                return response;
            }
        }
        throw new IOException("more than " + MOST_INTERIM_ANSWERS + " interim answers");
    }

    private CompletableFuture<Void> watched() {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        sent.orTimeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                .whenComplete((done, late) -> {
                    if (late != null) {
                        abort();
                    }
                });
        return sent;
    }

    /** Before each read: the last one must not go on for longer than the call may. */
    void awaitBounds() throws IOException {
        if (!bounded) {
            return;
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new InterruptedIOException("the answer takes too long");
        }
        if (left < silenceNanos) {
            http.setSocketTimeout(Timeout.ofMilliseconds(millis(left)));
        }
    }

    /** What is left of an answer after its last byte of interest is there already, or it is not worth waiting for. */
    void hurry() {
        http.setSocketTimeout(Timeout.ofMilliseconds(200));
    }

    boolean isBounded() {
        return bounded;
    }

    /** Ends whatever is going on. Does not throw. */
    void abort() {
        try {
            raw.close();
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(ApiConnection.class)
                    .debug("a connection to {} was not closed in good order: {}", endpoint.name, e.getMessage());
        }
    }

    private static int millis(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    }
}
