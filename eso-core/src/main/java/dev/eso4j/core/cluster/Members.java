package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects member by member, with the results and the errors of databinding: scalars are read as texts, what does not
 * fit is a {@link JsonMappingException} with the path to it. Databinding takes a tenth of a second to find out about a
 * model when it first meets it, which is a good part of a start; this takes none.
 */
final class Members {
    /** Takes over one member; the parser stands on its value. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonParser parser) throws IOException;
    }

    /** Reads one value; the parser stands on it, and it is not null. */
    @FunctionalInterface
    interface Value<T> {
        T read(JsonParser parser) throws IOException;
    }

    private Members() {}

    /** Reads the members of the object on whose first token the parser stands; it is left on the last. */
    static void each(JsonParser parser, Class<?> type, Member member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw MismatchedInputException.from(parser, type, type.getSimpleName() + " is no object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            try {
                member.read(name, parser);
            } catch (JsonMappingException e) {
                e.prependPath(type, name);
                throw e;
            }
        }
    }

    /** Reads a value or {@code null}. */
    static <T> @Nullable T optional(JsonParser parser, Value<T> value) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : value.read(parser);
    }

    /** Reads a list; {@code null} is one without items. */
    static <T> List<T> list(JsonParser parser, Class<T> type, Value<T> item) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw MismatchedInputException.from(parser, type, "a list is expected");
        }
        List<T> items = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                items.add(item.read(parser));
            } catch (JsonMappingException e) {
                e.prependPath(items, items.size());
                throw e;
            }
        }
        return items;
    }

    /** Reads a scalar as a text. */
    static @Nullable String text(JsonParser parser) throws IOException {
        if (parser.currentToken().isStructStart()) {
            throw MismatchedInputException.from(parser, String.class, "a text is expected");
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
    }
}
