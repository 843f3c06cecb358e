package dev.eso4j.core.cluster;

import java.time.Duration;

/** Is told of every request that a {@link KubernetesCluster} sent; for metrics. Must not block and must be thread-safe. */
@FunctionalInterface
public interface RequestListener {
    /**
     * One request.
     *
     * @param verb the verb of the API, for example {@code list} or {@code patch}
     * @param resource the resource and, behind a slash, the subresource
     * @param method the HTTP method
     * @param host host and port of the API server
     * @param code the status code; 0 when there was no answer
     * @param duration the time until the head of the answer
     */
    record Request(String verb, String resource, String method, String host, int code, Duration duration) {}

    /** A request was answered, or failed. */
    void completed(Request request);
}
