package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** What the API demands of Secrets and ConfigMaps. Messages name keys and never values. */
final class SecretRules {
    /** How much a Secret or ConfigMap may hold, in bytes. */
    static final int MAX_SIZE = 1024 * 1024;

    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");

    private SecretRules() {}

    /** Returns whether a Secret or ConfigMap may have the key. */
    static boolean isKey(String key) {
        return key.length() <= 253 && KEY.matcher(key).matches() && !key.equals(".") && !key.startsWith("..");
    }

    /** Makes data bytes, moves stringData into it, and fills in the type; the tree is the caller's own. */
    static void complete(ObjectNode tree, Violations violations) {
        JsonNode data = tree.get("data");
        JsonNode text = tree.remove("stringData");
        if (data instanceof ObjectNode given) {
            if (given.isEmpty() && text == null) {
                tree.remove("data");
            } else {
                tree.set("data", bytes(given, violations));
            }
        } else if (data != null) {
            violations.add("data", "is not a map; write key: base64 pairs");
        }
        if (text instanceof ObjectNode strings && !strings.isEmpty()) {
            ObjectNode all = Trees.shallow(Trees.child(tree, "data"));
            strings.properties()
                    .forEach(entry -> all.set(
                            entry.getKey(),
                            BinaryNode.valueOf(entry.getValue().asText().getBytes(StandardCharsets.UTF_8))));
            tree.set("data", all);
        }
        if (Trees.text(tree, "type").isEmpty()) {
            tree.put("type", "Opaque");
        }
        if (tree.path("immutable").isNull()) {
            tree.remove("immutable");
        }
    }

    private static ObjectNode bytes(ObjectNode given, Violations violations) {
        ObjectNode result = Trees.object();
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            JsonNode value = entry.getValue();
            if (value.isBinary()) {
                result.set(entry.getKey(), value);
                continue;
            }
            try {
                result.set(
                        entry.getKey(),
                        BinaryNode.valueOf(
                                Base64.getDecoder().decode(value.asText().strip())));
            } catch (IllegalArgumentException e) {
                violations.add(
                        "data[" + entry.getKey() + "]", "is not base64; encode the value, or put it under stringData");
            }
        }
        return result;
    }

    static void checkSecret(ObjectNode tree, Violations violations) {
        JsonNode data = tree.path("data");
        checkKeys("data", data, violations);
        checkSize(size(data), violations);
        switch (Trees.text(tree, "type")) {
            case "kubernetes.io/tls" -> require(data, violations, "tls.crt", "tls.key");
            case "kubernetes.io/ssh-auth" -> require(data, violations, "ssh-privatekey");
            case "kubernetes.io/dockerconfigjson" -> requireJson(data, ".dockerconfigjson", violations);
            case "kubernetes.io/dockercfg" -> requireJson(data, ".dockercfg", violations);
            case "kubernetes.io/basic-auth" -> {
                if (!data.has("username") && !data.has("password")) {
                    violations.add("data", "has neither username nor password, which type basic-auth needs");
                }
            }
            case "kubernetes.io/service-account-token" -> {
                if (Trees.at(tree, "metadata", "annotations", "kubernetes.io/service-account.name")
                        .asText("")
                        .isEmpty()) {
                    violations.add(
                            "metadata.annotations[kubernetes.io/service-account.name]",
                            "is missing, which type service-account-token needs");
                }
            }
            default -> {}
        }
    }

    static void checkConfigMap(ObjectNode tree, Violations violations) {
        JsonNode data = tree.path("data");
        JsonNode binary = tree.path("binaryData");
        checkKeys("data", data, violations);
        checkKeys("binaryData", binary, violations);
        for (Map.Entry<String, JsonNode> entry : binary.properties()) {
            if (data.has(entry.getKey())) {
                violations.add("binaryData[" + entry.getKey() + "]", "is also a key of data; keep one of the two");
            }
        }
        checkSize(size(data) + size(binary), violations);
    }

    /** Checks what may not change from one version to the next. */
    static void checkChange(ObjectNode before, ObjectNode after, boolean secret, Violations violations) {
        if (secret && !Trees.text(before, "type").equals(Trees.text(after, "type"))) {
            violations.add(
                    "type",
                    "cannot change from " + Trees.text(before, "type") + " to " + Trees.text(after, "type")
                            + "; delete the Secret and create it anew");
        }
        if (before.path("immutable").asBoolean()) {
            if (!after.path("immutable").asBoolean()) {
                violations.add("immutable", "cannot be unset once it is set; delete the object and create it anew");
            }
            for (String field : new String[] {"data", "binaryData"}) {
                if (!Trees.same(Trees.child(before, field), Trees.child(after, field))) {
                    violations.add(field, "cannot change while immutable is set; delete the object and create it anew");
                }
            }
        }
    }

    private static void checkKeys(String field, JsonNode data, Violations violations) {
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            if (!isKey(entry.getKey())) {
                violations.add(
                        field + "[" + entry.getKey() + "]",
                        "is not a possible key; up to 253 letters, digits, '-', '_' and '.' are allowed, but not a"
                                + " leading '..' or '.' alone");
            }
        }
    }

    private static void checkSize(int size, Violations violations) {
        if (size > MAX_SIZE) {
            violations.add("data", "is " + size + " bytes together; " + MAX_SIZE + " are allowed");
        }
    }

    private static int size(JsonNode data) {
        int size = 0;
        for (JsonNode value : data) {
            size += value instanceof BinaryNode binary
                    ? binary.binaryValue().length
                    : value.asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }

    private static void require(JsonNode data, Violations violations, String... keys) {
        for (String key : keys) {
            if (!data.has(key)) {
                violations.add("data[" + key + "]", "is missing, which the type of the Secret needs");
            }
        }
    }

    private static void requireJson(JsonNode data, String key, Violations violations) {
        require(data, violations, key);
        if (data.get(key) instanceof BinaryNode value) {
            try {
                Json.MAPPER.readTree(value.binaryValue());
            } catch (IOException e) {
                // The parser's message would quote the value.
                violations.add("data[" + key + "]", "is not JSON, which the type of the Secret needs");
            }
        }
    }
}
