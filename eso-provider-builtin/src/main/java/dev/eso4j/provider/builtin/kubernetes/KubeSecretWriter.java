package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.provider.kit.JsonSecret;
import dev.eso4j.provider.kit.PushMetadata;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes Secrets of one namespace: reads what is there, changes it, and writes it back unless somebody else did in
 * between; then it starts over, a few times. Thread-safe.
 */
final class KubeSecretWriter {
    private static final int ATTEMPTS = 40;

    private final KubeApi api;
    private final String storeNamespace;
    private final boolean clusterScoped;

    KubeSecretWriter(KubeApi api, String storeNamespace, boolean clusterScoped) {
        this.api = api;
        this.storeNamespace = storeNamespace;
        this.clusterScoped = clusterScoped;
    }

    void push(PushRequest request) {
        if (request.property() == null && request.secretKey() != null) {
            throw new InvalidRequestException(
                    "push of " + request.key() + ": a single value needs the key of the remote Secret to go to",
                    "set match.remoteRef.property, or remove match.secretKey to push the whole Secret");
        }
        PushOptions options =
                PushMetadata.parse(request.metadata(), PushOptions.class).orElse(PushOptions.DEFAULT);
        options.check(request.key(), clusterScoped);
        String namespace = options.remoteNamespace() == null ? storeNamespace : options.remoteNamespace();
        Map<String, SecretValue> pushed = pushed(request);
        repeated("push of " + request.key(), () -> {
            Optional<JsonNode> old = api.lookup(namespace, request.key());
            ObjectNode wanted = wanted(request, options, pushed, old.orElse(null));
            if (old.isEmpty()) {
                api.create(namespace, request.key(), wanted);
            } else if (!wanted.equals(old.get())) {
                api.update(namespace, request.key(), wanted);
            }
        });
    }

    /** Returns what is to stand in the target: all of the source, or one value under the property. */
    private static Map<String, SecretValue> pushed(PushRequest request) {
        String property = request.property();
        if (property == null) {
            return request.data();
        }
        String secretKey = request.secretKey();
        if (secretKey == null) {
            return Map.of(property, JsonSecret.print("the source Secret", request.data()));
        }
        SecretValue value = request.data().get(secretKey);
        if (value == null) {
            throw new InvalidRequestException(
                    "push of " + request.key() + ": the source has no key \"" + secretKey + "\"",
                    "correct match.secretKey");
        }
        return Map.of(property, value);
    }

    private static ObjectNode wanted(
            PushRequest request, PushOptions options, Map<String, SecretValue> pushed, @Nullable JsonNode old) {
        ObjectNode secret = old == null ? JsonNodeFactory.instance.objectNode() : old.deepCopy();
        String type =
                request.source().type().isEmpty() ? "Opaque" : request.source().type();
        String oldType = secret.path("type").asText(type);
        if (!oldType.equals(type)) {
            throw new InvalidRequestException(
                    "push of " + request.key() + ": the remote Secret has type " + oldType + " and the source " + type
                            + ", and types cannot be changed",
                    "push to another Secret, or delete the remote one");
        }
        secret.put("apiVersion", "v1").put("kind", "Secret").put("type", type);
        ObjectNode metadata = secret.withObjectProperty("metadata").put("name", request.key());
        PushedMetadata combined = new PushedMetadata(options);
        texts(
                metadata,
                "labels",
                combined.combine(
                        request.source().labels(), options.labels(), KubeSecretReader.texts(secret, "labels")));
        texts(
                metadata,
                "annotations",
                combined.combine(
                        request.source().annotations(),
                        options.annotations(),
                        KubeSecretReader.texts(secret, "annotations")));
        Map<String, SecretValue> data = new TreeMap<>();
        if (request.property() != null) {
            data.putAll(KubeSecretReader.data(secret));
        }
        data.putAll(pushed);
        data(secret, data);
        return secret;
    }

    private static void texts(ObjectNode metadata, String member, Map<String, String> texts) {
        if (texts.isEmpty()) {
            metadata.remove(member);
        } else {
            texts.forEach(metadata.putObject(member)::put);
        }
    }

    private static void data(ObjectNode secret, Map<String, SecretValue> data) {
        if (data.isEmpty()) {
            secret.remove("data");
        } else {
            ObjectNode node = secret.putObject("data");
            data.forEach((key, value) -> node.put(key, Base64.getEncoder().encodeToString(value.bytes())));
        }
    }

    /** Deletes a Secret, or one key of it; with its last key the Secret goes. */
    void delete(String key, @Nullable String property) {
        repeated("delete of " + key, () -> {
            Optional<JsonNode> old = api.lookup(storeNamespace, key);
            if (old.isEmpty()) {
                return;
            }
            JsonNode data = old.get().path("data");
            if (property == null || (data.has(property) && data.size() == 1)) {
                api.delete(storeNamespace, key, old.get());
            } else if (data.has(property)) {
                ObjectNode rest = old.get().deepCopy();
                rest.withObjectProperty("data").remove(property);
                api.update(storeNamespace, key, rest);
            }
        });
    }

    private static void repeated(String operation, Runnable attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                attempt.run();
                return;
            } catch (KubeApi.KubeConflict e) {
                // Somebody else wrote between our read and our write: look at what is there now.
                Thread.onSpinWait();
            }
        }
        throw new UnavailableException(
                operation + ": others changed the Secret again and again", "it is tried again", null, null);
    }
}
