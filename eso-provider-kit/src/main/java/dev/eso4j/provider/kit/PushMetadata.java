package dev.eso4j.provider.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.eso4j.api.spi.InvalidRequestException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope around the provider's options in {@code metadata} of a PushSecret.
 *
 * <p>Names of members are matched whatever their case, which existing manifests rely on; members that are not known are
 * refused, for an option with a typo must not be ignored. All methods are thread-safe.
 */
public final class PushMetadata {
    private static final String API_VERSION = "kubernetes.external-secrets.io/v1alpha1";
    private static final String KIND = "PushSecretMetadata";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PushMetadata() {}

    /**
     * Returns the options as {@code type}, or nothing if there is no metadata or no {@code spec} in it.
     *
     * @param metadata the tree that the PushSecret has
     * @param type a record whose components are the options
     * @throws InvalidRequestException if the envelope or the options do not fit; the message names the member
     */
    public static <T> Optional<T> parse(Map<String, @Nullable Object> metadata, Class<T> type) {
        if (metadata.isEmpty()) {
            return Optional.empty();
        }
        Object spec = null;
        boolean versioned = false;
        boolean kind = false;
        for (Map.Entry<String, @Nullable Object> member : metadata.entrySet()) {
            switch (member.getKey().toLowerCase(Locale.ROOT)) {
                case "apiversion" -> versioned = API_VERSION.equals(member.getValue());
                case "kind" -> kind = KIND.equals(member.getValue());
                case "spec" -> spec = member.getValue();
                default ->
                    throw new InvalidRequestException(
                            "metadata has the unknown member \"" + member.getKey() + "\"",
                            "put the provider's options under metadata.spec");
            }
        }
        if (!versioned || !kind) {
            throw new InvalidRequestException(
                    "metadata is not of apiVersion " + API_VERSION + " and kind " + KIND,
                    "set metadata.apiVersion and metadata.kind so");
        }
        return spec == null ? Optional.empty() : Optional.of(read(spec, type));
    }

    private static <T> T read(Object spec, Class<T> type) {
        try {
            return MAPPER.treeToValue(MAPPER.valueToTree(spec), type);
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
                    .collect(Collectors.joining());
            throw new InvalidRequestException(
                    "metadata.spec" + path + " is unknown or of the wrong type",
                    "see the provider's page for its push options");
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException(
                    "metadata.spec is of the wrong type", "see the provider's page for its push options");
        }
    }
}
