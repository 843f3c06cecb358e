package dev.eso4j.core.cluster;

import static dev.eso4j.core.cluster.MemberWriter.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import java.io.IOException;

/** Writes the status of an ExternalSecret by hand: it is the other half of all that an operator sends. */
final class StatusWriter extends StdSerializer<ExternalSecretStatus> {
    private static final long serialVersionUID = 1;

    StatusWriter() {
        super(ExternalSecretStatus.class);
    }

    @Override
    public void serialize(ExternalSecretStatus status, JsonGenerator out, SerializerProvider provider)
            throws IOException {
        out.writeStartObject();
        text(out, "refreshTime", status.refreshTime());
        text(out, "syncedResourceVersion", status.syncedResourceVersion());
        if (!status.conditions().isEmpty()) {
            out.writeArrayFieldStart("conditions");
            for (ExternalSecretStatusCondition condition : status.conditions()) {
                out.writeStartObject();
                text(out, "type", condition.type());
                text(out, "status", condition.status());
                text(out, "reason", condition.reason());
                text(out, "message", condition.message());
                text(out, "lastTransitionTime", condition.lastTransitionTime());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        if (status.binding() != null) {
            out.writeObjectFieldStart("binding");
            text(out, "name", status.binding().name());
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
