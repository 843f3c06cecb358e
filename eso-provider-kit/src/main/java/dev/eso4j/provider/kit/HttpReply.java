package dev.eso4j.provider.kit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.MalformedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** What a backend answered. Immutable and thread-safe; {@link #toString} shows the status only. */
public final class HttpReply {
    /** An element of an answer costs a multiple of its length in memory, and strangers choose who answers. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final String operation;
    private final int status;
    private final Header[] headers;
    private final SecretValue body;
    private final @Nullable Duration retryAfter;

    HttpReply(String operation, int status, Header[] headers, SecretValue body, @Nullable Duration retryAfter) {
        this.operation = operation;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    HttpReply retryAfter(Duration wait) {
        return new HttpReply(operation, status, headers, body, wait);
    }

    /** Returns the status code. */
    public int status() {
        return status;
    }

    /** Returns whether the status is one of success. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Returns the first header of that name. */
    public Optional<String> header(String name) {
        for (Header header : headers) {
            if (header.getName().equalsIgnoreCase(name)) {
                return Optional.of(String.valueOf(header.getValue()));
            }
        }
        return Optional.empty();
    }

    /** Returns all headers of that name, in the order in which they came. */
    public List<String> headerValues(String name) {
        return Arrays.stream(headers)
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(header -> String.valueOf(header.getValue()))
                .toList();
    }

    /** Returns how long the backend asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns the body. */
    public SecretValue body() {
        return body;
    }

    /**
     * Returns the body as JSON, whose numbers have all their digits.
     *
     * @throws MalformedException if it is not JSON; the message does not quote it
     */
    public JsonNode json() {
        try {
            return MAPPER.readTree(body.bytes());
        } catch (JsonProcessingException | NumberFormatException e) {
            // Not chained: the parser's message quotes what it could not read, an impossible number for example.
            throw new MalformedException(operation + ": the answer is not JSON", "check the address of the backend");
        } catch (IOException e) {
            throw new MalformedException(operation + ": the answer cannot be read", "try again", e);
        }
    }

    @Override
    public String toString() {
        return "HttpReply[" + status + ", " + body.size() + " bytes]";
    }
}
