package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One watch of the API server, read on its own thread as it streams in. */
final class ApiWatch<T> implements Cluster.Watch, Runnable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ApiWatch.class);

    private final ApiClient client;
    private final ApiCall call;
    private final ResourceType<T> type;
    private final WatchListener<T> listener;
    private final Consumer<ApiWatch<?>> ended;
    private volatile boolean closing;
    private volatile @Nullable Runnable running;

    ApiWatch(
            ApiClient client,
            ApiCall call,
            ResourceType<T> type,
            WatchListener<T> listener,
            Consumer<ApiWatch<?>> ended) {
        this.client = client;
        this.call = call;
        this.type = type;
        this.listener = listener;
        this.ended = ended;
    }

    @Override
    public void close() {
        closing = true;
        Runnable current = running;
        if (current != null) {
            current.run();
        }
    }

    @Override
    public void run() {
        ClusterException cause = null;
        try (ApiResponse response = client.open(call, this::started)) {
            cause = read(response);
        } catch (ClusterException e) {
            cause = e;
        } catch (IOException e) {
            cause = client.failed(call, e);
        } catch (RuntimeException e) {
            LOGGER.error("the listener of a watch of {} failed; the watch ends", type, e);
            cause = new ClusterException(ClusterException.Reason.OTHER, call.what() + ": the listener failed", null, e);
        }
        ended.accept(this);
        try {
            listener.closed(closing ? null : cause);
        } catch (RuntimeException e) {
            LOGGER.error("the listener of a watch of {} failed when it was told of the end", type, e);
        }
    }

    private void started(Runnable end) {
        running = end;
        if (closing) {
            // close() may have come before there was anything to cancel.
            end.run();
        }
    }

    /** Reads events until the stream ends; returns why, if not in the normal way. */
    private @Nullable ClusterException read(ApiResponse response) throws IOException {
        try (JsonParser parser = ApiStream.parser(type, response)) {
            JsonToken token;
            while (!closing && (token = parser.nextToken()) != null) {
                if (token != JsonToken.START_OBJECT) {
                    throw new com.fasterxml.jackson.databind.JsonMappingException(parser, "an event is no object");
                }
                ClusterException error = event(parser);
                if (error != null) {
                    return error;
                }
            }
            return null;
        }
    }

    private @Nullable ClusterException event(JsonParser parser) throws IOException {
        String kind = "";
        ClusterException error = null;
        TokenBuffer early = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (parser.currentToken() == null) {
                throw new java.io.EOFException("the watch ends within an event");
            }
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("type")) {
                kind = parser.getText();
            } else if (field.equals("object") && !kind.isEmpty()) {
                error = object(kind, parser);
            } else if (field.equals("object")) {
                early = new TokenBuffer(parser);
                early.copyCurrentStructure(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (early != null) {
            try (TokenBuffer buffer = early;
                    JsonParser late = buffer.asParserOnFirstToken()) {
                error = object(kind, late);
            }
        }
        return error;
    }

    private @Nullable ClusterException object(String kind, JsonParser parser) throws IOException {
        switch (kind) {
            case "ADDED", "MODIFIED", "DELETED" -> {
                T object = kind.equals("DELETED")
                        ? ApiStream.read(type, parser)
                        : ApiStream.readUnless(listener::known, type, parser);
                if (object != null && !closing) {
                    listener.event(WatchListener.Change.valueOf(kind), object);
                }
            }
            case "BOOKMARK" -> {
                JsonNode bookmark = Json.MAPPER.readTree(parser);
                String version =
                        Trees.at(bookmark, "metadata", "resourceVersion").asText("");
                if (!version.isEmpty() && !closing) {
                    listener.bookmark(version);
                }
            }
            case "ERROR" -> {
                JsonNode status = Json.MAPPER.readTree(parser);
                return ApiErrors.ofEvent(call.what(), status);
            }
            default -> parser.skipChildren();
        }
        return null;
    }
}
