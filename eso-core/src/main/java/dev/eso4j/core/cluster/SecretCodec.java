package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;

/** Reads Secrets by databinding, which is rare, and writes them by hand, which is half of all that an operator sends. */
final class SecretCodec implements ResourceType.Codec<KubeSecret> {
    private final ResourceType.Codec<KubeSecret> bound = BoundCodec.of(KubeSecret.class, false);

    @Override
    public KubeSecret read(JsonParser parser) throws IOException {
        return bound.read(parser);
    }

    @Override
    public void write(KubeSecret secret, JsonGenerator out) throws IOException {
        if (!MetadataWriter.knows(secret.metadata())) {
            bound.write(secret, out);
            return;
        }
        out.writeStartObject();
        out.writeStringField("apiVersion", secret.apiVersion());
        out.writeStringField("kind", secret.kind());
        out.writeFieldName("metadata");
        MetadataWriter.write(secret.metadata(), out);
        if (secret.immutable() != null) {
            out.writeBooleanField("immutable", secret.immutable());
        }
        out.writeObjectFieldStart("data");
        for (Map.Entry<String, byte[]> entry : secret.data().entrySet()) {
            out.writeBinaryField(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
        if (secret.type() != null) {
            out.writeStringField("type", secret.type());
        }
        out.writeEndObject();
    }
}
