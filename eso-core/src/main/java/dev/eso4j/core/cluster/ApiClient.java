package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends calls to the API server: address, credentials, limits, counting, and what becomes of failures. */
final class ApiClient {
    private static final Logger log = LoggerFactory.getLogger(ApiClient.class);
    private static final String PARTIAL = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    private static final String PARTIAL_LIST = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    private static final int MAX_ERROR = 64 * 1024;
    private static final Header ACCEPT_JSON = new BasicHeader("Accept", "application/json");
    private static final Header ACCEPT_PARTIAL = new BasicHeader("Accept", PARTIAL);
    private static final Header ACCEPT_PARTIAL_LIST = new BasicHeader("Accept", PARTIAL_LIST);
    private static final Map<String, Header> CONTENT_TYPES = new ConcurrentHashMap<>();

    /** What is done with a successful answer. */
    interface Answer<R> {
        R read(ApiResponse response) throws IOException;
    }

    private final ApiEndpoint endpoint;
    private final ApiConnections connections;
    private final Duration timeout;
    /** An answer that trickles never runs into the read timeout. The API server itself gives a request a minute. */
    private final Duration callTimeout;

    private final Credentials credentials;
    private final CallBudget budget;
    private final RequestListener listener;
    private final List<Header> always;
    private final Map<String, Map<String, LongAdder>> counts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ApiClient(
            Config config,
            Duration timeout,
            int maxIdle,
            Credentials credentials,
            CallBudget budget,
            RequestListener listener,
            String userAgent) {
        this.endpoint = new ApiEndpoint(config);
        this.connections = new ApiConnections(endpoint, maxIdle);
        this.timeout = timeout;
        this.callTimeout = timeout.multipliedBy(2);
        this.credentials = credentials;
        this.budget = budget;
        this.listener = listener;
        this.always = always(config, endpoint, userAgent);
    }

    private static List<Header> always(Config config, ApiEndpoint endpoint, String userAgent) {
        List<Header> headers = new ArrayList<>();
        headers.add(new BasicHeader("Host", endpoint.authority));
        headers.add(new BasicHeader("User-Agent", userAgent));
        String user = config.getImpersonateUsername();
        if (user != null && !user.isBlank()) {
            headers.add(new BasicHeader("Impersonate-User", user));
            String[] groups = config.getImpersonateGroups();
            for (String group : groups == null ? new String[0] : groups) {
                headers.add(new BasicHeader("Impersonate-Group", group));
            }
        }
        Map<String, String> custom = config.getCustomHeaders();
        if (custom != null) {
            custom.forEach((name, value) -> headers.add(new BasicHeader(name, value)));
        }
        return List.copyOf(headers);
    }

    /** Sends the call and returns what {@code answer} makes of the answer. */
    <R> R send(ApiCall call, Answer<R> answer) {
        boolean acquired = false;
        try {
            budget.acquire();
            acquired = true;
            try (ApiResponse response = answered(call, null)) {
                return answer.read(response);
            }
        } catch (IOException e) {
            throw failed(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(
                    Reason.UNAVAILABLE, call.what() + ": interrupted while waiting for its turn", null, e);
        } finally {
            if (acquired) {
                budget.release();
            }
        }
    }

    /** Sends the call; nothing comes back if there is no such object, though there is such a kind. */
    <R> Optional<R> find(ApiCall call, Answer<R> answer) {
        return send(
                call.optional(),
                response -> response.code() == 404 ? Optional.empty() : Optional.of(answer.read(response)));
    }

    /** Sends a call whose answer goes on for long; it does not count among the calls in flight. */
    ApiResponse open(ApiCall call, Consumer<Runnable> started) throws IOException {
        try {
            budget.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for its turn");
        }
        return answered(call, started);
    }

    private ApiResponse answered(ApiCall call, @Nullable Consumer<Runnable> started) throws IOException {
        String authorization = credentials.header();
        ApiResponse response = execute(call, authorization, started);
        if (response.code() == 401) {
            response.close();
            credentials.refresh(authorization);
            response = execute(call, credentials.header(), started);
        }
        return response.isSuccessful() ? response : refused(call, response);
    }

    /** Throws what an answer that is no success means; one that says that an optional object is absent is an answer. */
    private static ApiResponse refused(ApiCall call, ApiResponse response) throws IOException {
        boolean answer = false;
        try {
            String body = response.text(MAX_ERROR);
            answer = call.isOptional() && ApiErrors.absent(response.code(), body);
            if (answer) {
                return response;
            }
            throw ApiErrors.of(
                    call.what(), call.type, response.code(), body, response.header("Retry-After"), !call.secret);
        } finally {
            if (!answer) {
                response.close();
            }
        }
    }

    private ApiResponse execute(ApiCall call, @Nullable String authorization, @Nullable Consumer<Runnable> started)
            throws IOException {
        if (closed) {
            throw LocalStore.closed();
        }
        counts.computeIfAbsent(call.verb, verb -> new ConcurrentHashMap<>())
                .computeIfAbsent(call.resource(), resource -> new LongAdder())
                .increment();
        Duration silence = Objects.requireNonNullElse(call.readTimeout(), timeout);
        Duration all = Objects.requireNonNullElse(call.callTimeout(), callTimeout);
        long start = System.nanoTime();
        int code = 0;
        try {
            ApiResponse response =
                    connections.send(request(call, authorization), silence, all, () -> checkPermission(call), started);
            code = response.code();
            return response;
        } finally {
            long took = System.nanoTime() - start;
            listener.completed(new RequestListener.Request(
                    call.verb, call.resource(), call.method, endpoint.authority, code, Duration.ofNanos(took)));
            if (log.isDebugEnabled()) {
                log.debug("{}: {} after {} ms", call.what(), code == 0 ? "no answer" : code, took / 1_000_000);
            }
        }
    }

    /**
     * Asked at the last moment before a write goes to the wire: between the decision to write and that moment a call may
     * have waited for its turn or for a connection, and a process may have been frozen.
     */
    private static void checkPermission(ApiCall call) {
        BooleanSupplier permission = call.permission();
        if (permission != null && !permission.getAsBoolean()) {
            throw new ClusterException(
                    Reason.UNAVAILABLE, call.what() + ": not sent, this replica does not hold the lease");
        }
    }

    private BasicClassicHttpRequest request(ApiCall call, @Nullable String authorization) {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(call.method, ApiPath.of(endpoint.root, call));
        always.forEach(request::addHeader);
        request.addHeader(accept(call));
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        byte[] body = call.body;
        if (body != null) {
            request.addHeader(
                    CONTENT_TYPES.computeIfAbsent(call.contentType(), type -> new BasicHeader("Content-Type", type)));
            request.addHeader("Content-Length", Integer.toString(body.length));
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        }
        return request;
    }

    private static Header accept(ApiCall call) {
        if (!call.type.isMetadataOnly()) {
            return ACCEPT_JSON;
        }
        return call.verb.equals("list") ? ACCEPT_PARTIAL_LIST : ACCEPT_PARTIAL;
    }

    /** Returns the exception for a call that got no answer, or only a part of one. */
    ClusterException failed(ApiCall call, IOException e) {
        if (e instanceof JsonMappingException && !(e.getCause() instanceof JsonProcessingException)) {
            return new ClusterException(
                    Reason.OTHER, call.what() + ": the answer does not have the form of a " + call.type.kind());
        }
        if (e instanceof JsonProcessingException json) {
            // Its text and its cause may quote the answer, so neither is told on.
            return new ClusterException(
                    Reason.UNAVAILABLE,
                    call.what() + ": the answer of " + endpoint.name + " is incomplete or no JSON ("
                            + json.getClass().getSimpleName() + ")");
        }
        if (Thread.currentThread().isInterrupted() && e instanceof InterruptedIOException) {
            return new ClusterException(Reason.UNAVAILABLE, call.what() + ": interrupted", null, e);
        }
        return new ClusterException(
                Reason.UNAVAILABLE,
                call.what() + ": " + endpoint.name + " cannot be reached or broke off ("
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                        + "); check the address, the network and the certificate authority",
                null,
                e);
    }

    Map<String, Long> counts() {
        Map<String, Long> result = new TreeMap<>();
        counts.forEach((verb, resources) ->
                resources.forEach((resource, count) -> result.put(verb + " " + resource, count.sum())));
        return result;
    }

    void close() {
        closed = true;
        connections.close();
    }
}
