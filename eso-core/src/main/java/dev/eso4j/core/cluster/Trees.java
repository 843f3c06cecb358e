package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;

/**
 * What is done to the trees that objects are kept as. A tree that is kept is never changed again; a new version shares
 * with the old one what is the same.
 */
final class Trees {
    /** Numbers are equal by value, and bytes are equal to their base64, whichever way the two trees came to be. */
    private static final Comparator<JsonNode> LEAVES = (a, b) -> {
        if (a.equals(b)) {
            return 0;
        }
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        if (a.isBinary() != b.isBinary() && (a.isTextual() || b.isTextual())) {
            return a.asText().equals(b.asText()) ? 0 : 1;
        }
        return 1;
    };

    private Trees() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Returns {@code object} as a tree that belongs to the caller. */
    static <T> ObjectNode encode(ResourceType<T> type, T object) {
        try (TokenBuffer buffer = new TokenBuffer(Json.MAPPER, false)) {
            type.write(object, buffer);
            TreeNode tree = Json.MAPPER.readTree(buffer.asParserOnFirstToken());
            ObjectNode node = (ObjectNode) tree;
            node.put("apiVersion", type.apiVersion());
            node.put("kind", type.kind());
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(type.kind() + " cannot be written as JSON", e);
        }
    }

    /** Returns the tree as the Java type that {@code type} stands for; nothing in it is shared with the tree. */
    static <T> T decode(ResourceType<T> type, ObjectNode tree) {
        ObjectNode source = tree;
        if (type.isMetadataOnly()) {
            source = object();
            source.put("apiVersion", "meta.k8s.io/v1");
            source.put("kind", "PartialObjectMetadata");
            source.set("metadata", tree.get("metadata"));
        }
        try (DetachedTreeParser parser = new DetachedTreeParser(source)) {
            parser.nextToken();
            return type.read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(type.kind() + " cannot be read as its Java type", e);
        }
    }

    static boolean same(JsonNode a, JsonNode b) {
        return a == b || a.equals(LEAVES, b);
    }

    /** Returns a copy whose members are the same nodes. */
    static ObjectNode shallow(ObjectNode node) {
        ObjectNode copy = object();
        copy.setAll(node);
        return copy;
    }

    static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode node ? node : object();
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? "" : value.asText();
    }

    /** Follows a path of member names; a missing node where it leads nowhere. */
    static JsonNode at(JsonNode node, String... path) {
        JsonNode current = node;
        for (String name : path) {
            current = current.path(name);
        }
        return current;
    }

    /**
     * Removes null members in place, at every depth, as the API server does; the settings of a provider have no schema, so
     * their nulls stay.
     */
    static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
                Map.Entry<String, JsonNode> member = i.next();
                if (member.getValue().isNull()) {
                    i.remove();
                } else if (!member.getKey().equals("provider")) {
                    dropNulls(member.getValue());
                }
            }
        } else if (node.isArray()) {
            node.forEach(Trees::dropNulls);
        }
    }

    /** Applies a merge patch (RFC 7386); the result shares with {@code target} what the patch leaves alone. */
    static JsonNode mergePatch(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? shallow(object) : object();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), mergePatch(result.path(change.getKey()), value));
            }
        }
        return result;
    }

    /** Bytes leave as copies, so that a caller who changes them changes nothing that is kept. */
    private static final class DetachedTreeParser extends com.fasterxml.jackson.databind.node.TreeTraversingParser {
        DetachedTreeParser(JsonNode node) {
            super(node, Json.MAPPER);
        }

        @Override
        public Object getEmbeddedObject() {
            Object value = super.getEmbeddedObject();
            return value instanceof byte[] bytes ? Arrays.copyOf(bytes, bytes.length) : value;
        }
    }
}
