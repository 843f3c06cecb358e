package dev.eso4j.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Converts between the model and trees of maps, lists, strings, numbers and booleans.
 *
 * <p>All methods are thread-safe. Errors name the field that does not fit and never quote its value.
 */
public final class ModelJson {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ModelJson() {}

    /**
     * Returns {@code value}, a record of the model, as a tree; bytes become Base64, as in JSON.
     *
     * @throws IllegalArgumentException if it cannot be written as JSON, which no record of the model is
     */
    public static Object toTree(Object value) {
        try {
            // Through JSON text: a conversion in memory would leave byte arrays in the tree.
            return MAPPER.readValue(MAPPER.writeValueAsBytes(value), Object.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written as JSON");
        }
    }

    /**
     * Returns {@code tree} as {@code type}.
     *
     * @param where the path of the tree inside its manifest, for the error message
     * @throws IllegalArgumentException if the tree does not fit the type
     */
    public static <T> T fromTree(String where, Object tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(MAPPER.valueToTree(tree), type);
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                    .collect(Collectors.joining());
            throw new IllegalArgumentException(
                    where + path + " does not have the form that " + type.getSimpleName() + " expects");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    where + " does not have the form that " + type.getSimpleName() + " expects");
        }
    }
}
