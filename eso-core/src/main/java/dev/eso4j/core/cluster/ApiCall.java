package dev.eso4j.core.cluster;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One call of the API server before it is sent. Its options are set before it is sent, by one thread. */
final class ApiCall {
    /** Half of the usual renew deadline: a call about a lease that takes longer must not keep from the next attempt. */
    private static final Duration LEASE = Duration.ofSeconds(5);

    final String verb;
    final String method;
    final ResourceType<?> type;
    final String namespace;
    final String name;
    final byte @Nullable [] body;
    /** Whether the body may hold values of secrets, so that the server's words about it are not told on. */
    final boolean secret;

    private final Map<String, String> query = new LinkedHashMap<>();
    private String subresource = "";
    private String contentType = "application/json";
    private String shownName;
    private @Nullable Duration readTimeout;
    private @Nullable Duration callTimeout;
    private @Nullable BooleanSupplier permission;
    private boolean optional;

    private ApiCall(
            String verb,
            String method,
            ResourceType<?> type,
            String namespace,
            String name,
            byte @Nullable [] body,
            boolean secret) {
        this.verb = verb;
        this.method = method;
        this.type = type;
        this.namespace = namespace;
        this.name = name;
        this.body = body;
        this.secret = secret;
        this.shownName = name;
        if (type == ResourceType.LEASES) {
            within(LEASE, LEASE);
        }
    }

    static ApiCall read(String verb, ResourceType<?> type, @Nullable String namespace, String name) {
        return new ApiCall(verb, "GET", type, namespace == null ? "" : namespace, name, null, false);
    }

    /** Kinds of ours, events and leases hold no values; whatever else is written may be a target. */
    static ApiCall write(String verb, String method, ResourceType<?> type, String namespace, String name, byte[] body) {
        boolean ours = type.group().endsWith("external-secrets.io")
                || type.group().equals("coordination.k8s.io")
                || type.plural().equals("events");
        return new ApiCall(verb, method, type, namespace, name, body, !ours);
    }

    ApiCall query(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            query.put(key, value);
        }
        return this;
    }

    ApiCall on(String part) {
        subresource = part;
        return this;
    }

    ApiCall as(String type) {
        contentType = type;
        return this;
    }

    /** Bounds how long the answer may be silent, and how long the whole call may take; zero is for ever. */
    ApiCall within(Duration silence, Duration all) {
        readTimeout = silence;
        callTimeout = all;
        return this;
    }

    /** Asks again, right before it is sent, whether it may be. */
    ApiCall ifAllowed(@Nullable BooleanSupplier allowed) {
        permission = allowed;
        return this;
    }

    /** Names the object in messages where the path does not. */
    ApiCall naming(@Nullable String object) {
        shownName = object == null ? "" : object;
        return this;
    }

    /** That the object does not exist is an answer and no error. */
    ApiCall optional() {
        optional = true;
        return this;
    }

    boolean isOptional() {
        return optional;
    }

    Map<String, String> query() {
        return query;
    }

    String subresource() {
        return subresource;
    }

    String contentType() {
        return contentType;
    }

    @Nullable
    Duration callTimeout() {
        return callTimeout;
    }

    @Nullable
    BooleanSupplier permission() {
        return permission;
    }

    @Nullable
    Duration readTimeout() {
        return readTimeout;
    }

    String resource() {
        return subresource.isEmpty()
                ? type.plural()
                : subresource.equals("status") ? type.pluralStatus() : type.plural() + "/" + subresource;
    }

    /** Names the call for a message, for example {@code patch status of ExternalSecret default/db}. */
    String what() {
        String object = shownName.isEmpty() || namespace.isEmpty() ? shownName : namespace + "/" + shownName;
        String place = shownName.isEmpty() && !namespace.isEmpty() ? " in " + namespace : "";
        return verb + " " + (subresource.isEmpty() ? "" : subresource + " of ") + type.kind()
                + (object.isEmpty() ? place : " " + object);
    }
}
