package dev.eso4j.core.cluster;

import static dev.eso4j.core.cluster.MemberWriter.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventSource;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.io.IOException;

/** Reads Events by databinding, which only tests do, and writes by hand those that we make. */
final class EventCodec implements ResourceType.Codec<Event> {
    private final ResourceType.Codec<Event> bound = BoundCodec.of(Event.class, false);

    @Override
    public Event read(JsonParser parser) throws IOException {
        return bound.read(parser);
    }

    @Override
    public void write(Event event, JsonGenerator out) throws IOException {
        if (!knows(event)) {
            bound.write(event, out);
            return;
        }
        out.writeStartObject();
        text(out, "apiVersion", event.getApiVersion());
        text(out, "kind", event.getKind());
        if (event.getMetadata() != null) {
            out.writeFieldName("metadata");
            MetadataWriter.write(event.getMetadata(), out);
        }
        if (event.getInvolvedObject() != null) {
            out.writeFieldName("involvedObject");
            write(event.getInvolvedObject(), out);
        }
        text(out, "type", event.getType());
        text(out, "reason", event.getReason());
        text(out, "message", event.getMessage());
        if (event.getSource() != null) {
            out.writeObjectFieldStart("source");
            text(out, "component", event.getSource().getComponent());
            text(out, "host", event.getSource().getHost());
            out.writeEndObject();
        }
        text(out, "reportingComponent", event.getReportingComponent());
        text(out, "reportingInstance", event.getReportingInstance());
        text(out, "firstTimestamp", event.getFirstTimestamp());
        text(out, "lastTimestamp", event.getLastTimestamp());
        text(out, "action", event.getAction());
        if (event.getCount() != null) {
            out.writeNumberField("count", event.getCount());
        }
        out.writeEndObject();
    }

    /** Returns whether {@link #write} knows everything that {@code event} has. */
    private static boolean knows(Event event) {
        ObjectReference about = event.getInvolvedObject();
        EventSource source = event.getSource();
        return (event.getMetadata() == null || MetadataWriter.knows(event.getMetadata()))
                && event.getEventTime() == null
                && event.getRelated() == null
                && event.getSeries() == null
                && event.getAdditionalProperties().isEmpty()
                && (about == null || about.getAdditionalProperties().isEmpty())
                && (source == null || source.getAdditionalProperties().isEmpty());
    }

    private static void write(ObjectReference about, JsonGenerator out) throws IOException {
        out.writeStartObject();
        text(out, "apiVersion", about.getApiVersion());
        text(out, "kind", about.getKind());
        text(out, "namespace", about.getNamespace());
        text(out, "name", about.getName());
        text(out, "uid", about.getUid());
        text(out, "resourceVersion", about.getResourceVersion());
        text(out, "fieldPath", about.getFieldPath());
        out.writeEndObject();
    }
}
