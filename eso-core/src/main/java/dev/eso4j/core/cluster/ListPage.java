package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One page of a list.
 *
 * @param resourceVersion the version as of which the list is
 * @param next where the next page begins; empty after the last
 */
record ListPage(String resourceVersion, String next) {
    /** Reads a page and hands over each item as soon as it is read. */
    static <T> ListPage read(ResourceType<T> type, ApiResponse response, Consumer<? super T> each) throws IOException {
        String version = "";
        String next = "";
        try (JsonParser parser = ApiStream.parser(type, response)) {
            ApiStream.begin(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("metadata") && value == JsonToken.START_OBJECT) {
                    JsonNode metadata = Json.MAPPER.readTree(parser);
                    version = metadata.path("resourceVersion").asText("");
                    next = metadata.path("continue").asText("");
                } else if (field.equals("items") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        T item = ApiStream.read(type, parser);
                        if (item != null) {
                            each.accept(item);
                        }
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new ListPage(version, next);
    }
}
