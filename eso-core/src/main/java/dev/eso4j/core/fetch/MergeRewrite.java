package dev.eso4j.core.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteMerge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Merges the JSON objects that several keys hold into one, as a value of its own or as keys of the target. */
final class MergeRewrite {
    /** Each element of a text costs a multiple of its length in memory. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private MergeRewrite() {}

    static Map<String, SecretValue> apply(ExternalSecretRewriteMerge merge, Map<String, SecretValue> in) {
        TreeMap<String, JsonNode> merged = new TreeMap<>();
        Set<String> conflicts = new TreeSet<>();
        for (String key : order(merge, in)) {
            JsonNode object = object(key, in);
            object.properties().forEach(member -> {
                if (merged.put(member.getKey(), member.getValue()) != null) {
                    conflicts.add(member.getKey());
                }
            });
        }
        if (!conflicts.isEmpty() && !"Ignore".equals(merge.conflictPolicy())) {
            throw new FetchException("merge failed with conflicts: " + String.join(", ", conflicts)
                    + "; set conflictPolicy: Ignore and order the keys by priority");
        }
        return "JSON".equals(merge.strategy()) ? asOneValue(merge, in, merged) : asKeys(merged);
    }

    private static List<String> order(ExternalSecretRewriteMerge merge, Map<String, SecretValue> in) {
        Set<String> prioritized = new LinkedHashSet<>(merge.priority());
        List<String> order = new ArrayList<>();
        new TreeSet<>(in.keySet())
                .stream().filter(k -> !prioritized.contains(k)).forEach(order::add);
        for (String key : merge.priority()) {
            if (in.containsKey(key)) {
                order.add(key);
            } else if (!"IgnoreNotFound".equals(merge.priorityPolicy())) {
                throw new FetchException("merge failed with key \"" + key
                        + "\" not found in input map; correct priority, or set priorityPolicy: IgnoreNotFound");
            }
        }
        return order;
    }

    private static JsonNode object(String key, Map<String, SecretValue> in) {
        SecretValue value = in.get(key);
        try {
            JsonNode node = value == null ? MAPPER.nullNode() : MAPPER.readTree(value.bytes());
            if (node.isNull()) {
                return MAPPER.createObjectNode();
            }
            if (node.isObject()) {
                return node;
            }
        } catch (IOException | ArithmeticException | NumberFormatException e) {
            throw notAnObject(
                    key); // Too large an exponent is a failure of its own. The parser's own text may quote the value.
        }
        throw notAnObject(key);
    }

    private static FetchException notAnObject(String key) {
        return new FetchException(
                "merge failed with failed to unmarshal JSON: the value of \"" + key + "\" is not a JSON object");
    }

    private static Map<String, SecretValue> asOneValue(
            ExternalSecretRewriteMerge merge, Map<String, SecretValue> in, Map<String, JsonNode> merged) {
        String into = merge.into();
        if (into == null || into.isEmpty()) {
            throw new FetchException("merge failed with missing 'into' field; strategy: JSON needs it");
        }
        Map<String, SecretValue> out = new LinkedHashMap<>(in);
        StringBuilder json = new StringBuilder();
        GoJson.write(MAPPER.valueToTree(merged), json, false);
        out.put(into, SecretValue.of(json.toString()));
        return out;
    }

    private static Map<String, SecretValue> asKeys(Map<String, JsonNode> merged) {
        Map<String, SecretValue> out = new LinkedHashMap<>();
        merged.forEach((key, node) -> {
            if (node.isTextual()) {
                out.put(key, SecretValue.of(GoJson.whole(node.textValue())));
            } else if (node.isNull()) {
                out.put(key, SecretValue.empty());
            } else {
                StringBuilder json = new StringBuilder();
                GoJson.write(node, json, true);
                out.put(key, SecretValue.of(json.toString()));
            }
        });
        return out;
    }
}
