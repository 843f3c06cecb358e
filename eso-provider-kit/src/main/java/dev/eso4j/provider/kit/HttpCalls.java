package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTTP requests to one backend, each once.
 *
 * <p>Time and size are bounded, redirects are not followed unless asked for, and link-local addresses and metadata services are refused
 * unless allowed. Errors name the operation, the host and the status, never a header or a body. Thread-safe. Connections
 * are kept and reused until {@link #close}, which also ends requests that are under way.
 */
public final class HttpCalls implements AutoCloseable {
    private final HttpClient client;
    private final @Nullable ExecutorService ownExecutor;
    private final Duration timeout;
    private final int maxResponseBytes;
    private final boolean linkLocalAllowed;
    private final int redirects;
    private final SSLContext tls;
    private final Duration connectTimeout;
    private final InstantSource clock;
    private final HttpCallListener listener;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HttpCalls(HttpCallsBuilder builder) {
        this.ownExecutor = builder.executor == null ? builder.newExecutor() : null;
        this.tls = builder.tls.context();
        this.connectTimeout = builder.connectTimeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .executor(builder.executor == null ? Objects.requireNonNull(ownExecutor) : builder.executor)
                .build();
        this.timeout = builder.requestTimeout;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.linkLocalAllowed = builder.linkLocalAllowed;
        this.redirects = builder.redirects;
        this.clock = builder.clock;
        this.listener = builder.listener;
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
        if (!linkLocalAllowed) {
            AddressRules.check(probe.uri(), probe.place());
        }
        if (Reach.proxied(probe.uri())) {
            once(probe);
            return;
        }
        try {
            Reach.connect(probe.uri(), tls, connectTimeout);
        } catch (ClosedByInterruptException e) {
            throw stopped(probe, e);
        } catch (IOException e) {
            throw HttpFailures.of(probe, e, connectTimeout);
        }
    }

    private HttpReply once(HttpCall call) {
        HttpRequest request = request(call);
        if (!linkLocalAllowed) {
            AddressRules.check(call.uri(), call.place());
        }
        long begin = System.nanoTime();
        int status = 0;
        try {
            HttpResponse<byte[]> response = send(call, request);
            status = response.statusCode();
            Duration wait = response.headers()
                    .firstValue("Retry-After")
                    .map(header -> RetryAfter.parse(header, clock.instant()))
                    .orElse(null);
            return new HttpReply(call.operation(), status, response.headers(), SecretValue.of(response.body()), wait);
        } finally {
            listener.called(call, status, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private HttpRequest request(HttpCall call) {
        URI uri = call.uri();
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new InvalidRequestException(
                    call.operation() + ": the address is neither https nor http", "give it as https://host/path");
        }
        SecretValue body = call.bodyOrNull();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .method(
                        call.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private HttpResponse<byte[]> send(HttpCall call, HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> future =
                client.sendAsync(request, info -> new LimitedBody(maxResponseBytes));
        underWay.add(future);
        try {
            if (closed) {
                throw stopped(call, null);
            }
            // The client's own timeout ends with the headers; this one covers the body too.
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw HttpFailures.of(call, new HttpTimeoutException("no complete answer"), timeout);
        } catch (ExecutionException e) {
            throw failure(call, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(call, e);
        } catch (CancellationException e) {
            throw stopped(call, e);
        } finally {
            future.cancel(true);
            underWay.remove(future);
        }
    }

    private SecretsException failure(HttpCall call, @Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ResponseTooLargeException tooLarge) {
                return HttpFailures.of(call, tooLarge, timeout);
            }
        }
        return HttpFailures.of(call, cause instanceof IOException io ? io : new IOException(cause), timeout);
    }

    private static UnavailableException stopped(HttpCall call, @Nullable Exception cause) {
        return new UnavailableException(
                call.operation() + ": the request was stopped before it was answered",
                "it is tried again",
                null,
                cause);
    }

    /** Ends requests under way and releases threads and connections. Calling it again does nothing. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(future -> future.cancel(true));
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
    }
}
