package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;

/** Reads of an object nothing but its metadata. */
final class ReceiptCodec implements ResourceType.Codec<ObjectMeta> {
    @Override
    public ObjectMeta read(JsonParser parser) throws IOException {
        ObjectMeta metadata = new ObjectMeta();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals("metadata");
            parser.nextToken();
            if (wanted) {
                metadata = MetadataReader.read(parser);
            } else {
                parser.skipChildren();
            }
        }
        return metadata;
    }

    @Override
    public void write(ObjectMeta object, JsonGenerator generator) {
        throw new UnsupportedOperationException("a receipt cannot be written");
    }
}
