package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads objects one by one out of an answer while it comes in. */
final class ApiStream {
    private static final Logger LOGGER = LoggerFactory.getLogger(ApiStream.class);

    private ApiStream() {}

    /** Returns a parser of an answer, without what {@code type} leaves out. */
    static JsonParser parser(ResourceType<?> type, ApiResponse response) throws IOException {
        InputStream body = response.body();
        return Json.MAPPER.createParser(type.trimmed() ? new ManagedFieldsFilter(body) : body);
    }

    /**
     * Reads the object on whose first token the parser stands. One that does not fit its type is skipped, so that it does
     * not take all others with it.
     */
    static <T> @Nullable T read(ResourceType<T> type, JsonParser parser) throws IOException {
        return readUnless(metadata -> false, type, parser);
    }

    /** As {@link #read}, and {@code null} too for what is known by its metadata. */
    static <T> @Nullable T readUnless(Predicate<ObjectMeta> known, ResourceType<T> type, JsonParser parser)
            throws IOException {
        JsonStreamContext outer = parser.getParsingContext().getParent();
        try {
            return type.readUnless(known, parser);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof IOException io && !(io instanceof JsonMappingException)) {
                throw io;
            }
            // Path only: the exception's text may quote a value.
            LOGGER.error(
                    "an object of kind {} is left out because {} does not have the form that the CRD prescribes",
                    type.kind(),
                    e.getPathReference());
            while (parser.getParsingContext() != outer) {
                if (parser.nextToken() == null) {
                    throw new java.io.EOFException("the answer ends within an object");
                }
            }
            return null;
        }
    }

    /** Expects the parser to stand on, or go to, the start of an object. */
    static void begin(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonMappingException(parser, "the answer is no object");
        }
    }
}
