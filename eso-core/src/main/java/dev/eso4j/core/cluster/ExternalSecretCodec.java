package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads ExternalSecrets: metadata by hand, spec and status by databinding. The state alone leaves the spec unread. */
final class ExternalSecretCodec implements ResourceType.Codec<ExternalSecret> {
    private final boolean withSpec;
    private final ResourceType.Codec<ExternalSecret> whole = Json.of(ExternalSecret.class, true);
    private volatile @Nullable ObjectReader spec;
    private volatile @Nullable ObjectReader status;

    ExternalSecretCodec(boolean withSpec) {
        this.withSpec = withSpec;
    }

    @Override
    public ExternalSecret read(JsonParser parser) throws IOException {
        ExternalSecret result = new ExternalSecret();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "apiVersion" -> result.setApiVersion(parser.getValueAsString());
                case "kind" -> result.setKind(parser.getValueAsString());
                case "metadata" -> result.setMetadata(MetadataReader.read(parser));
                case "spec" -> {
                    if (withSpec) {
                        ExternalSecretSpec value = member(parser, field, specReader());
                        result.setSpec(Objects.requireNonNullElseGet(value, () -> new ExternalSecret().getSpec()));
                    } else {
                        parser.skipChildren();
                    }
                }
                case "status" -> {
                    ExternalSecretStatus value = member(parser, field, statusReader());
                    result.setStatus(value);
                }
                default -> parser.skipChildren();
            }
        }
        return result;
    }

    private static <M> @Nullable M member(JsonParser parser, String field, ObjectReader reader) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            return reader.readValue(parser);
        } catch (JsonMappingException e) {
            e.prependPath(ExternalSecret.class, field);
            throw e;
        }
    }

    private ObjectReader specReader() {
        ObjectReader reader = spec;
        if (reader == null) {
            reader = Json.TRIMMING.readerFor(ExternalSecretSpec.class);
            spec = reader;
        }
        return reader;
    }

    private ObjectReader statusReader() {
        ObjectReader reader = status;
        if (reader == null) {
            reader = Json.TRIMMING.readerFor(ExternalSecretStatus.class);
            status = reader;
        }
        return reader;
    }

    @Override
    public void write(ExternalSecret object, JsonGenerator generator) throws IOException {
        whole.write(object, generator);
    }
}
