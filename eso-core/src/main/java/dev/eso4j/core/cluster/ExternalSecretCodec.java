package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads ExternalSecrets as databinding would, several times faster. The state alone leaves the spec unread. */
final class ExternalSecretCodec implements ResourceType.Codec<ExternalSecret> {
    private final boolean withSpec;
    private final ResourceType.Codec<ExternalSecret> whole = BoundCodec.of(ExternalSecret.class, true);

    ExternalSecretCodec(boolean withSpec) {
        this.withSpec = withSpec;
    }

    @Override
    public ExternalSecret read(JsonParser parser) throws IOException {
        return Objects.requireNonNull(readUnless(metadata -> false, parser));
    }

    @Override
    public @Nullable ExternalSecret readUnless(Predicate<ObjectMeta> known, JsonParser parser) throws IOException {
        ObjectMeta metadata = new ObjectMeta();
        @Nullable ExternalSecretSpec readSpec = null;
        @Nullable ExternalSecretStatus readStatus = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "metadata" -> {
                    metadata = MetadataReader.read(parser);
                    if (known.test(metadata)) {
                        MetadataReader.skipRest(parser);
                        return null;
                    }
                }
                case "spec" -> {
                    if (withSpec) {
                        readSpec = member(parser, field, ExternalSecretReader::spec);
                    } else {
                        parser.skipChildren();
                    }
                }
                case "status" -> readStatus = member(parser, field, ExternalSecretReader::status);
                default -> parser.skipChildren(); // apiVersion and kind too: they are those that were asked for.
            }
        }
        return ExternalSecret.of(metadata, readSpec, readStatus);
    }

    private static <M> @Nullable M member(JsonParser parser, String field, Members.Value<M> value) throws IOException {
        try {
            return Members.optional(parser, value);
        } catch (JsonMappingException e) {
            e.prependPath(ExternalSecret.class, field);
            throw e;
        }
    }

    @Override
    public void write(ExternalSecret object, JsonGenerator generator) throws IOException {
        whole.write(object, generator);
    }
}
