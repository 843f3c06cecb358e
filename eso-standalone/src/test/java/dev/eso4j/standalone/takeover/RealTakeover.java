package dev.eso4j.standalone.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.standalone.process.Fixtures;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.KubectlResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Puts the recorded objects into a real API server, as they would be if they had been written there just now. */
final class RealTakeover {
    private final ControlPlane cluster;
    private final Map<String, String> uids = new TreeMap<>();

    RealTakeover(ControlPlane cluster) {
        this.cluster = cluster;
    }

    void load() {
        cluster.kubectl("create", "namespace", Recorded.NAMESPACE);
        for (String kind : new String[] {"ClusterSecretStore", "SecretStore", "ExternalSecret"}) {
            Recorded.objects(kind).forEach(this::create);
        }
        Recorded.objects("Secret").forEach(this::secret);
        for (String kind : new String[] {"ClusterSecretStore", "SecretStore", "ExternalSecret"}) {
            Recorded.objects(kind).forEach(this::status);
        }
    }

    /** Returns the resourceVersion of every object that the take-over must not touch, and of every event. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        for (String kinds : new String[] {"externalsecrets,secretstores,secrets,events", "clustersecretstores"}) {
            JsonNode list = Fixtures.read(cluster.kubectl("get", kinds, "-n", Recorded.NAMESPACE, "-o", "json"));
            for (JsonNode object : list.path("items")) {
                versions.put(
                        object.path("kind").asText() + " "
                                + object.at("/metadata/name").asText(),
                        object.at("/metadata/resourceVersion").asText());
            }
        }
        return versions;
    }

    private void create(ObjectNode recorded) {
        ObjectNode object = recorded.deepCopy();
        object.remove("status");
        metadata(object);
        if (object.at("/spec/provider").has("kubernetes")) {
            ObjectNode server = (ObjectNode) object.at("/spec/provider/kubernetes/server");
            server.put("url", cluster.url()).put("caBundle", Fixtures.authority(cluster));
        }
        JsonNode created = send(object, "create", "unknown");
        assertThat(created.at("/metadata/generation")).isEqualTo(recorded.at("/metadata/generation"));
        uids.put(Recorded.name(object), created.at("/metadata/uid").asText());
    }

    private void status(ObjectNode recorded) {
        ObjectNode object = recorded.deepCopy();
        metadata(object);
        ObjectNode status = (ObjectNode) object.get("status");
        if (status.path("refreshTime").isTextual()) {
            status.put(
                    "refreshTime", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        KubectlResult result = cluster.pipe(
                object.toString(),
                "replace",
                "--subresource=status",
                "--field-manager=eso-upstream",
                "--validate=strict",
                "-f",
                "-");
        assertThat(result.err()).isEmpty();
    }

    /** One write for each recorded field manager, so that the server comes to the same managed fields. */
    private void secret(ObjectNode recorded) {
        ObjectNode whole = recorded.deepCopy();
        metadata(whole);
        for (JsonNode owner : whole.at("/metadata/ownerReferences")) {
            ((ObjectNode) owner).put("uid", uids.get(owner.path("name").asText()));
        }
        if (Recorded.name(whole).equals("admin")) {
            // The credential of the kubernetes store: one that this API server accepts.
            ((ObjectNode) whole.get("data"))
                    .put("token", Base64.getEncoder().encodeToString("admin-token".getBytes(StandardCharsets.UTF_8)));
        }
        ArrayNode managers = (ArrayNode) recorded.at("/metadata/managedFields");
        for (int i = 0; i < managers.size(); i++) {
            boolean last = i == managers.size() - 1;
            ObjectNode state = last ? whole : ownedBy(whole, managers.get(i).path("fieldsV1"));
            JsonNode written = send(
                    state,
                    i == 0 ? "create" : "replace",
                    managers.get(i).path("manager").asText());
            if (last) {
                assertSameOwners(recorded, written);
            }
        }
    }

    private static ObjectNode ownedBy(ObjectNode whole, JsonNode fields) {
        ObjectNode part = whole.deepCopy();
        keep(part, "data", fields.path("f:data"));
        ObjectNode metadata = (ObjectNode) part.get("metadata");
        keep(metadata, "labels", fields.at("/f:metadata/f:labels"));
        keep(metadata, "annotations", fields.at("/f:metadata/f:annotations"));
        return part;
    }

    private static void keep(ObjectNode parent, String member, JsonNode fields) {
        if (parent.get(member) instanceof ObjectNode map) {
            map.properties().removeIf(e -> !fields.has("f:" + e.getKey()));
        }
    }

    private static void assertSameOwners(ObjectNode recorded, JsonNode written) {
        Map<String, String> before = owners(recorded);
        assertThat(owners(written)).as(Recorded.name(recorded)).isEqualTo(before);
    }

    private static Map<String, String> owners(JsonNode object) {
        Map<String, String> owners = new TreeMap<>();
        for (JsonNode entry : object.at("/metadata/managedFields")) {
            // The uid of the owner is another one.
            owners.put(
                    entry.path("manager").asText(),
                    entry.path("fieldsV1").toString().replaceAll("uid\\\\\":\\\\\"[-0-9a-f]+", "uid"));
        }
        return owners;
    }

    private static void metadata(ObjectNode object) {
        ((ObjectNode) object.get("metadata"))
                .retain("name", "namespace", "labels", "annotations", "finalizers", "ownerReferences");
    }

    private JsonNode send(ObjectNode object, String verb, String manager) {
        KubectlResult result = cluster.pipe(
                object.toString(),
                verb,
                "--field-manager=" + manager,
                "--validate=strict",
                "--show-managed-fields",
                "-o",
                "json",
                "-f",
                "-");
        assertThat(result.err()).isEmpty();
        return Fixtures.read(result.out());
    }
}
