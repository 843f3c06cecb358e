package dev.eso4j.core.cluster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How resources are read and written as JSON. */
final class Json {
    /** Reads everything. */
    static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new SimpleModule().addSerializer(new StatusWriter()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /** Skips managedFields, which are often larger than all the rest and never needed in a cache. */
    static final ObjectMapper TRIMMING = MAPPER.copy().addMixIn(ObjectMeta.class, WithoutManagedFields.class);

    private Json() {}

    static <T> byte[] bytes(ResourceType<T> type, T object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = MAPPER.createGenerator(out)) {
            type.write(object, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(type.kind() + " cannot be written as JSON", e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(Object tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("a patch cannot be written as JSON", e);
        }
    }

    @JsonIgnoreProperties(
            value = {"managedFields", "selfLink"},
            ignoreUnknown = true)
    private interface WithoutManagedFields {}
}
