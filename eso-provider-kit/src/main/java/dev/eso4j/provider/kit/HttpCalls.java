package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Makes HTTP requests to one backend, each once.
 *
 * <p>Time and size are bounded, redirects are not followed unless asked for, and link-local addresses and metadata services are refused
 * unless allowed. Errors name the operation, the host and the status, never a header or a body. Thread-safe. Connections
 * are kept for half a minute and reused until {@link #close}, which also ends requests that are under way; so does an interrupt
 * of the thread that makes one.
 */
public final class HttpCalls implements AutoCloseable {
    private final Duration timeout;
    private final int maxResponseBytes;
    private final boolean linkLocalAllowed;
    private final int redirects;
    private final Supplier<SSLContext> tls;
    private final Duration connectTimeout;
    private final InstantSource clock;
    private final HttpCallListener listener;
    private final HttpConnections connections;

    HttpCalls(HttpCallsBuilder builder) {
        this.tls = builder.tls.whenNeeded();
        this.connectTimeout = builder.connectTimeout;
        this.timeout = builder.requestTimeout;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.linkLocalAllowed = builder.linkLocalAllowed;
        this.redirects = builder.redirects;
        this.clock = builder.clock;
        this.listener = builder.listener;
        this.connections = new HttpConnections(builder.mostIdle, builder.kept);
    }

    /** Returns a builder with the defaults. */
    public static HttpCallsBuilder builder() {
        return new HttpCallsBuilder();
    }

    /**
     * Makes a request that must succeed.
     *
     * @throws SecretsException if the backend cannot be reached or its answer is not one of success
     */
    public HttpReply call(HttpCall call) {
        HttpReply reply = exchange(call);
        if (!reply.successful()) {
            throw HttpFailures.of(call, reply);
        }
        return reply;
    }

    /**
     * Makes a request and returns the answer, whatever its status.
     *
     * @throws SecretsException if there is no answer
     */
    public HttpReply exchange(HttpCall call) {
        HttpReply reply = once(call);
        HttpCall next = call;
        for (int i = 0; i < redirects && Redirects.isRedirect(reply); i++) {
            next = Redirects.next(next, reply);
            reply = once(next);
        }
        return reply;
    }

    /**
     * Finds out whether the backend can be reached and, over https, has a certificate that is trusted. No request is sent,
     * unless a proxy stands between: then it is {@code probe}, and every answer is good.
     *
     * @throws SecretsException if it cannot be reached
     */
    public void reach(HttpCall probe) {
        HttpRequests.check(probe);
        HttpOrigin origin = HttpOrigin.of(probe.uri());
        HttpRoute route = HttpRoute.to(probe, origin, linkLocalAllowed);
        if (route.proxied()) {
            once(probe);
            return;
        }
        HttpConnection connection = new HttpConnection(origin, route, tls);
        try {
            connections.use(connection, each -> {
                each.connect(connectTimeout);
                return each;
            });
            connections.discard(connection);
        } catch (IOException e) {
            throw failure(probe, connection, e);
        }
    }

    private HttpReply once(HttpCall call) {
        HttpRequests.check(call);
        HttpOrigin origin = HttpOrigin.of(call.uri());
        HttpConnection kept = connections.lease(origin);
        HttpConnection connection = kept == null ? connection(call, origin) : kept;
        long begin = System.nanoTime();
        int status = 0;
        try {
            HttpAnswer answer = answer(call, connection, begin);
            status = answer.status;
            HttpReply reply =
                    new HttpReply(call.operation(), status, answer.headers, SecretValue.of(answer.body), null);
            return reply.header("Retry-After")
                    .map(header -> RetryAfter.parse(header, clock.instant()))
                    .map(reply::retryAfter)
                    .orElse(reply);
        } finally {
            listener.called(call, status, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private HttpConnection connection(HttpCall call, HttpOrigin origin) {
        return new HttpConnection(origin, HttpRoute.to(call, origin, linkLocalAllowed), tls);
    }

    private HttpAnswer answer(HttpCall call, HttpConnection connection, long begin) {
        try {
            return send(call, connection, begin);
        } catch (IOException e) {
            if (!connection.repeatable(call) || connections.closed()) {
                throw failure(call, connection, e);
            }
        }
        HttpConnection fresh = connection(call, connection.origin());
        try {
            return send(call, fresh, begin);
        } catch (IOException e) {
            throw failure(call, fresh, e);
        }
    }

    private HttpAnswer send(HttpCall call, HttpConnection connection, long begin) throws IOException {
        Duration rest = timeout.minusNanos(System.nanoTime() - begin);
        HttpAnswer answer = connections.use(
                connection, each -> each.exchange(call, connectTimeout, timeout, rest, maxResponseBytes));
        if (answer.complete) {
            connections.keep(connection);
        } else {
            connections.discard(connection);
        }
        return answer;
    }

    private SecretsException failure(HttpCall call, HttpConnection connection, IOException cause) {
        if (connections.closed() || Thread.currentThread().isInterrupted()) {
            return stopped(call, cause);
        }
        Duration over = connection.over();
        return HttpFailures.of(call, over == null ? cause : new TimeOverException(over));
    }

    private static UnavailableException stopped(HttpCall call, Exception cause) {
        return new UnavailableException(
                call.operation() + ": the request was stopped before it was answered",
                "it is tried again",
                null,
                cause);
    }

    /** Ends requests under way and releases connections. Calling it again does nothing. */
    @Override
    public void close() {
        connections.close();
    }
}
