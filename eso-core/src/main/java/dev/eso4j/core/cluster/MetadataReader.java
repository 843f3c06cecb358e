package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of the kinds that the caches are full of. Databinding does the same several times slower and keeps
 * more: what is not needed in a cache, managedFields above all, is left out here.
 */
final class MetadataReader {
    private MetadataReader() {}

    /** Reads the object on whose first token the parser stands; anything else than an object is empty metadata. */
    static ObjectMeta read(JsonParser parser) throws IOException {
        ObjectMeta metadata = new ObjectMeta();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return metadata;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> metadata.setName(text(parser));
                case "generateName" -> metadata.setGenerateName(text(parser));
                case "namespace" -> metadata.setNamespace(text(parser));
                case "uid" -> metadata.setUid(text(parser));
                case "resourceVersion" -> metadata.setResourceVersion(text(parser));
                case "generation" -> metadata.setGeneration(number(parser));
                case "creationTimestamp" -> metadata.setCreationTimestamp(text(parser));
                case "deletionTimestamp" -> metadata.setDeletionTimestamp(text(parser));
                case "deletionGracePeriodSeconds" -> metadata.setDeletionGracePeriodSeconds(number(parser));
                case "labels" -> metadata.setLabels(texts(parser));
                case "annotations" -> metadata.setAnnotations(texts(parser));
                case "finalizers" -> metadata.setFinalizers(list(parser));
                case "ownerReferences" -> metadata.setOwnerReferences(owners(parser));
                default -> parser.skipChildren();
            }
        }
        return metadata;
    }

    /** Leaves the other members of the object around the metadata unread; the parser ends on the object's last token. */
    static void skipRest(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        return parser.getValueAsString();
    }

    private static @Nullable Long number(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? Long.valueOf(parser.getLongValue()) : null;
    }

    private static @Nullable Boolean flag(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_TRUE
                ? Boolean.TRUE
                : parser.currentToken() == JsonToken.VALUE_FALSE ? Boolean.FALSE : null;
    }

    private static @Nullable Map<String, String> texts(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        Map<String, String> map = new LinkedHashMap<>(4);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            map.put(key, text(parser));
        }
        return map;
    }

    private static List<String> list(JsonParser parser) throws IOException {
        List<String> list = new ArrayList<>(1);
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(text(parser));
            }
        }
        return list;
    }

    private static List<OwnerReference> owners(JsonParser parser) throws IOException {
        List<OwnerReference> owners = new ArrayList<>(1);
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                owners.add(owner(parser));
            }
        }
        return owners;
    }

    private static OwnerReference owner(JsonParser parser) throws IOException {
        OwnerReference owner = new OwnerReference();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "apiVersion" -> owner.setApiVersion(text(parser));
                case "kind" -> owner.setKind(text(parser));
                case "name" -> owner.setName(text(parser));
                case "uid" -> owner.setUid(text(parser));
                case "controller" -> owner.setController(flag(parser));
                case "blockOwnerDeletion" -> owner.setBlockOwnerDeletion(flag(parser));
                default -> parser.skipChildren();
            }
        }
        return owner;
    }
}
