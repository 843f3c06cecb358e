package dev.eso4j.core.cluster;

import static dev.eso4j.core.cluster.MemberWriter.flag;
import static dev.eso4j.core.cluster.MemberWriter.text;
import static dev.eso4j.core.cluster.MemberWriter.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.io.IOException;
import java.util.List;

/** Writes the metadata of objects that we make, as databinding does; what only the API server sets it leaves to that. */
final class MetadataWriter {
    private MetadataWriter() {}

    /** Returns whether {@link #write} knows everything that {@code metadata} has. */
    static boolean knows(ObjectMeta metadata) {
        return metadata.getManagedFields().isEmpty()
                && metadata.getAdditionalProperties().isEmpty()
                && metadata.getSelfLink() == null
                && metadata.getDeletionTimestamp() == null
                && metadata.getDeletionGracePeriodSeconds() == null;
    }

    static void write(ObjectMeta metadata, JsonGenerator out) throws IOException {
        out.writeStartObject();
        texts(out, "annotations", metadata.getAnnotations());
        text(out, "creationTimestamp", metadata.getCreationTimestamp());
        if (!metadata.getFinalizers().isEmpty()) {
            out.writeArrayFieldStart("finalizers");
            for (String finalizer : metadata.getFinalizers()) {
                out.writeString(finalizer);
            }
            out.writeEndArray();
        }
        text(out, "generateName", metadata.getGenerateName());
        if (metadata.getGeneration() != null) {
            out.writeNumberField("generation", metadata.getGeneration());
        }
        texts(out, "labels", metadata.getLabels());
        text(out, "name", metadata.getName());
        text(out, "namespace", metadata.getNamespace());
        owners(out, metadata.getOwnerReferences());
        text(out, "resourceVersion", metadata.getResourceVersion());
        text(out, "uid", metadata.getUid());
        out.writeEndObject();
    }

    private static void owners(JsonGenerator out, List<OwnerReference> owners) throws IOException {
        if (owners.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("ownerReferences");
        for (OwnerReference owner : owners) {
            out.writeStartObject();
            text(out, "apiVersion", owner.getApiVersion());
            flag(out, "blockOwnerDeletion", owner.getBlockOwnerDeletion());
            flag(out, "controller", owner.getController());
            text(out, "kind", owner.getKind());
            text(out, "name", owner.getName());
            text(out, "uid", owner.getUid());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
