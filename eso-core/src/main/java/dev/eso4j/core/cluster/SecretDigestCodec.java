package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a Secret into a digest, keeping its data no longer than it takes to hash it. */
final class SecretDigestCodec implements ResourceType.Codec<SecretDigest> {
    @Override
    public SecretDigest read(JsonParser parser) throws IOException {
        return Objects.requireNonNull(readUnless(metadata -> false, parser));
    }

    @Override
    public @Nullable SecretDigest readUnless(Predicate<ObjectMeta> known, JsonParser parser) throws IOException {
        ObjectMeta metadata = new ObjectMeta();
        Map<String, byte[]> data = new TreeMap<>();
        boolean immutable = false;
        @Nullable String type = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
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
                case "data" -> readData(parser, data);
                case "immutable" -> immutable = parser.currentToken() == JsonToken.VALUE_TRUE;
                case "type" -> type = parser.getText();
                default -> parser.skipChildren();
            }
        }
        return new SecretDigest(metadata, ObjectHash.ofData(data), immutable, type);
    }

    private static void readData(JsonParser parser, Map<String, byte[]> data) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            data.put(key, parser.currentToken() == JsonToken.VALUE_NULL ? new byte[0] : parser.getBinaryValue());
        }
    }

    @Override
    public void write(SecretDigest object, JsonGenerator generator) {
        throw new UnsupportedOperationException("a digest of a Secret cannot be written");
    }
}
