package dev.eso4j.standalone.metrics;

import dev.eso4j.core.cluster.RequestListener.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests to the API server once for all the metrics about them. Thread-safe. */
final class RequestCounts {
    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    private record Key(String verb, String resource, String method, String host, int code) {}

    void count(Request request) {
        Key key = new Key(request.verb(), request.resource(), request.method(), request.host(), request.code());
        LongAdder count = counts.get(key);
        (count == null ? counts.computeIfAbsent(key, k -> new LongAdder()) : count).increment();
    }

    /** Returns the number of requests by {@code verb resource}. */
    Map<String, Long> byVerb() {
        Map<String, Long> requests = new TreeMap<>();
        counts.forEach((key, count) -> requests.merge(key.verb + " " + key.resource, count.sum(), Long::sum));
        return requests;
    }

    List<Series> series() {
        Series known = new Series(
                "rest_client_requests_total",
                Series.Type.COUNTER,
                "Requests to the API server.",
                List.of("code", "host", "method"));
        Series ours = new Series(
                "eso_api_requests_total",
                Series.Type.COUNTER,
                "Requests to the API server by what they are about.",
                List.of("verb", "resource", "code"));
        counts.forEach((key, count) -> {
            String code = key.code == 0 ? "<error>" : String.valueOf(key.code);
            known.add(count.sum(), code, key.host, key.method);
            ours.add(count.sum(), key.verb, key.resource, code);
        });
        return List.of(known, ours);
    }
}
