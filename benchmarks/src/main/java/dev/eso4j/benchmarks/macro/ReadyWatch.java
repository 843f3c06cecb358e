package dev.eso4j.benchmarks.macro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Notes when each ExternalSecret first became Ready, as somebody sees it who watches them. Thread-safe. */
final class ReadyWatch implements AutoCloseable {
    private static final ObjectMapper JSON =
            new ObjectMapper(new JsonFactory().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES));

    private final KeptConnection connection;
    private final Thread thread = new Thread(this::read, "ready-watch");
    private final Map<String, Long> ready = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile @Nullable Exception failure;

    /** Begins to watch; what became Ready before is not seen. */
    ReadyWatch(BenchCluster cluster) throws IOException {
        connection = cluster.connect();
        JsonNode list = JSON.readTree(connection.send("GET", Load.EXTERNAL_SECRETS + "?limit=1", "", ""));
        connection.stream(
                Load.EXTERNAL_SECRETS + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=3600&resourceVersion="
                        + list.at("/metadata/resourceVersion").asText());
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns how many are Ready. */
    int count() {
        return ready.size();
    }

    /** Returns when the first one became Ready, by {@link System#nanoTime}. */
    long first() {
        return ready.values().stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    /** Returns when the last one became Ready. */
    long last() {
        return ready.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** Returns when this one became Ready, or nothing. */
    @Nullable
    Long when(String name) {
        return ready.get(name);
    }

    /** Waits until so many are Ready, as long as the operator lives; returns whether they are. */
    boolean await(int wanted, BooleanSupplier alive, long timeoutSeconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        while (count() < wanted && System.nanoTime() < end && alive.getAsBoolean()) {
            Exception broken = failure;
            if (broken != null) {
                throw new IllegalStateException("the watch of the benchmark broke, so the run is void", broken);
            }
            Thread.sleep(20);
        }
        return count() >= wanted;
    }

    private void read() {
        try (MappingIterator<JsonNode> events = JSON.readerFor(JsonNode.class).readValues(new Chunks(connection))) {
            while (events.hasNextValue()) {
                JsonNode object = events.nextValue().path("object");
                for (JsonNode condition : object.at("/status/conditions")) {
                    if (condition.path("type").asText().equals("Ready")
                            && condition.path("status").asText().equals("True")) {
                        ready.putIfAbsent(object.at("/metadata/name").asText(), System.nanoTime());
                    }
                }
            }
            throw new IOException("the API server has ended the watch");
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                failure = e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        connection.close();
    }

    /** The pieces of an answer as one stream. */
    private static final class Chunks extends InputStream {
        private final KeptConnection connection;
        private byte[] chunk = new byte[0];
        private int at;
        private boolean ended;

        Chunks(KeptConnection connection) {
            this.connection = connection;
        }

        private boolean more() throws IOException {
            if (at == chunk.length && !ended) {
                chunk = connection.chunk();
                at = 0;
                ended = chunk.length == 0;
            }
            return !ended;
        }

        @Override
        public int read() throws IOException {
            return more() ? chunk[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, target, offset, count);
            at += count;
            return count;
        }
    }
}
