package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends calls to the API server: address, credentials, limits, counting, and what becomes of failures. */
final class ApiClient {
    private static final Logger log = LoggerFactory.getLogger(ApiClient.class);
    private static final String PARTIAL = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    private static final String PARTIAL_LIST = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    private static final long MAX_ERROR = 64 * 1024;
    private static final Map<String, MediaType> MEDIA_TYPES = new ConcurrentHashMap<>();

    /** What is done with a successful answer. */
    interface Answer<R> {
        R read(Response response) throws IOException;
    }

    private final OkHttpClient http;
    private final HttpUrl base;
    private final String host;
    private final Config config;
    private final Credentials credentials;
    private final CallBudget budget;
    private final RequestListener listener;
    private final String userAgent;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ApiClient(
            OkHttpClient http,
            Config config,
            Credentials credentials,
            CallBudget budget,
            RequestListener listener,
            String userAgent) {
        this.http = http;
        this.config = config;
        this.credentials = credentials;
        this.budget = budget;
        this.listener = listener;
        this.userAgent = userAgent;
        HttpUrl url = HttpUrl.parse(config.getMasterUrl());
        if (url == null) {
            throw new ClusterException(
                    Reason.INVALID,
                    "\"" + config.getMasterUrl() + "\" is no address of an API server; write https://host:port");
        }
        this.base = url;
        this.host = url.host() + ":" + url.port();
    }

    /** Sends the call and returns what {@code answer} makes of the answer. */
    <R> R send(ApiCall call, Answer<R> answer) {
        boolean acquired = false;
        try {
            budget.acquire();
            acquired = true;
            try (Response response = answered(call, null)) {
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
    Response open(ApiCall call, Consumer<Call> started) throws IOException {
        try {
            budget.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for its turn");
        }
        return answered(call, started);
    }

    private Response answered(ApiCall call, @Nullable Consumer<Call> started) throws IOException {
        String authorization = credentials.header();
        Response response = execute(call, authorization, started);
        if (response.code() == 401) {
            response.close();
            credentials.refresh(authorization);
            response = execute(call, credentials.header(), started);
        }
        return response.isSuccessful() ? response : refused(call, response);
    }

    /** Throws what an answer that is no success means; one that says that an optional object is absent is an answer. */
    private static Response refused(ApiCall call, Response response) throws IOException {
        boolean answer = false;
        try {
            String body = response.peekBody(MAX_ERROR).string();
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

    private Response execute(ApiCall call, @Nullable String authorization, @Nullable Consumer<Call> started)
            throws IOException {
        if (closed) {
            throw LocalStore.closed();
        }
        counts.computeIfAbsent(call.verb + " " + call.resource(), key -> new LongAdder())
                .increment();
        Duration readTimeout = call.readTimeout();
        OkHttpClient client = readTimeout == null
                ? http
                : http.newBuilder().readTimeout(readTimeout).build();
        Call sent = client.newCall(request(call, authorization));
        if (started != null) {
            started.accept(sent);
        }
        long start = System.nanoTime();
        int code = 0;
        try {
            Response response = sent.execute();
            code = response.code();
            return response;
        } finally {
            long took = System.nanoTime() - start;
            listener.completed(new RequestListener.Request(
                    call.verb, call.resource(), call.method, host, code, Duration.ofNanos(took)));
            if (log.isDebugEnabled()) {
                log.debug("{}: {} after {} ms", call.what(), code == 0 ? "no answer" : code, took / 1_000_000);
            }
        }
    }

    private Request request(ApiCall call, @Nullable String authorization) {
        ResourceType<?> type = call.type;
        HttpUrl.Builder url = base.newBuilder();
        if (type.group().isEmpty()) {
            url.addPathSegment("api").addPathSegment(type.version());
        } else {
            url.addPathSegment("apis").addPathSegment(type.group()).addPathSegment(type.version());
        }
        if (type.namespaced() && !call.namespace.isEmpty()) {
            url.addPathSegment("namespaces").addPathSegment(call.namespace);
        }
        url.addPathSegment(type.plural());
        if (!call.name.isEmpty()) {
            url.addPathSegment(call.name);
        }
        if (!call.subresource().isEmpty()) {
            url.addPathSegment(call.subresource());
        }
        call.query().forEach(url::addQueryParameter);
        Request.Builder request = new Request.Builder()
                .url(url.build())
                .header("User-Agent", userAgent)
                // Within a cluster bandwidth is plenty, and unpacking costs both sides time.
                .header("Accept-Encoding", "identity")
                .header("Accept", accept(call));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        impersonate(request);
        byte[] body = call.body;
        request.method(call.method, body == null ? null : RequestBody.create(body, mediaType(call.contentType())));
        return request.build();
    }

    private static MediaType mediaType(String name) {
        return MEDIA_TYPES.computeIfAbsent(name, MediaType::get);
    }

    private static String accept(ApiCall call) {
        if (!call.type.metadataOnly()) {
            return "application/json";
        }
        return call.verb.equals("list") ? PARTIAL_LIST : PARTIAL;
    }

    private void impersonate(Request.Builder request) {
        String user = config.getImpersonateUsername();
        if (user != null && !user.isBlank()) {
            request.header("Impersonate-User", user);
            String[] groups = config.getImpersonateGroups();
            if (groups != null) {
                for (String group : groups) {
                    request.addHeader("Impersonate-Group", group);
                }
            }
        }
        Map<String, String> headers = config.getCustomHeaders();
        if (headers != null) {
            headers.forEach(request::header);
        }
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
                    call.what() + ": the answer of " + base.scheme() + "://" + host + " is incomplete or no JSON ("
                            + json.getClass().getSimpleName() + ")");
        }
        if (Thread.currentThread().isInterrupted() && e instanceof InterruptedIOException) {
            return new ClusterException(Reason.UNAVAILABLE, call.what() + ": interrupted", null, e);
        }
        return new ClusterException(
                Reason.UNAVAILABLE,
                call.what() + ": " + base.scheme() + "://" + host + " cannot be reached or broke off ("
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                        + "); check the address, the network and the certificate authority",
                null,
                e);
    }

    Map<String, Long> counts() {
        Map<String, Long> result = new TreeMap<>();
        counts.forEach((key, count) -> result.put(key, count.sum()));
        return result;
    }

    void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
