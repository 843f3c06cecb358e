package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.ServiceAccountToken;
import dev.eso4j.testkit.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A namespace of a real cluster with a ServiceAccount {@code reader} that may do everything to its Secrets. */
final class RealCluster {
    private final ControlPlane plane;
    private final String namespace;

    RealCluster(ControlPlane plane) {
        this.plane = plane;
        this.namespace = plane.newNamespace();
        plane.apply("""
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: reader, namespace: %1$s}}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: nobody, namespace: %1$s}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: secrets, namespace: %1$s},
                 rules: [{apiGroups: [""], resources: [secrets], verbs: ["*"]}]}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: reader, namespace: %1$s},
                 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: secrets},
                 subjects: [{kind: ServiceAccount, name: reader, namespace: %1$s}]}
                """.formatted(namespace));
    }

    String namespace() {
        return namespace;
    }

    ControlPlane plane() {
        return plane;
    }

    /** Issues a token by a TokenRequest, as the administrator. */
    ServiceAccountToken token(String account, List<String> audiences, @Nullable Duration lifetime) {
        List<String> command = new ArrayList<>(List.of("create", "token", account, "-n", namespace, "-o", "json"));
        audiences.forEach(audience -> command.add("--audience=" + audience));
        if (lifetime != null) {
            command.add("--duration=" + lifetime.toSeconds() + "s");
        }
        try {
            JsonNode status = new ObjectMapper()
                    .readTree(plane.kubectl(command.toArray(new String[0])))
                    .path("status");
            return new ServiceAccountToken(
                    SecretValue.of(status.path("token").asText()),
                    Instant.parse(status.path("expirationTimestamp").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no TokenRequest was printed", e);
        }
    }

    Map<String, Object> config(Map<String, Object> auth) {
        try {
            String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(plane.certificateAuthority()));
            return Map.of(
                    "server",
                    Map.of("url", plane.url(), "caBundle", authority),
                    "auth",
                    auth,
                    "remoteNamespace",
                    namespace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String name, JsonNode secret) {
        ObjectNode named = secret.deepCopy();
        named.put("apiVersion", "v1").put("kind", "Secret");
        named.withObjectProperty("metadata").put("name", name).put("namespace", namespace);
        plane.apply(named.toString());
    }
}
