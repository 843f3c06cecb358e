package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.api.externalsecret.Binding;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretData;
import dev.eso4j.api.externalsecret.ExternalSecretDataRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.api.externalsecret.ExternalSecretTarget;
import dev.eso4j.api.externalsecret.SecretStoreRef;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.api.store.SecretStoreStatus;
import dev.eso4j.api.store.SecretStoreStatusCondition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Objects that are read and written by hand")
class HandCodecsTest {
    private static final String FULL = """
            {"apiVersion": "external-secrets.io/v1", "kind": "ExternalSecret",
             "metadata": {"name": "a", "namespace": "n", "labels": {"l": "1"}, "generation": 3},
             "spec": {
               "refreshPolicy": "Periodic", "refreshInterval": "1h",
               "secretStoreRef": {"name": "s", "kind": "ClusterSecretStore", "later": [1, {"x": 2}]},
               "syncWindows": {"kind": "allow", "windows": [{"schedule": "0 1 * * *", "duration": "2h"}]},
               "target": {"name": "t", "creationPolicy": "Merge", "deletionPolicy": "Retain", "immutable": true,
                 "template": {"type": "Opaque", "data": {"k": "{{ .a }}"}, "templateFrom": [{"literal": "x", "target": "Data"}]},
                 "manifest": {"apiVersion": "v1", "kind": "ConfigMap"}},
               "data": [
                 {"secretKey": "a", "remoteRef": {"key": "k", "property": "p", "version": "2", "metadataPolicy": "Fetch",
                   "conversionStrategy": "Unicode", "decodingStrategy": "Base64", "nullBytePolicy": "Fail"},
                  "sourceRef": {"storeRef": {"name": "o"}}},
                 {"secretKey": "b", "remoteRef": null, "unknown": {"deep": [null]}}],
               "dataFrom": [{"extract": {"key": "e"}}, {"find": {"name": {"regexp": "^x"}}, "rewrite": [{"regexp": {"source": "a", "target": "b"}}]}],
               "unknown": {"deep": {"er": [1, 2.5, true]}}},
             "status": {"refreshTime": "2026-01-02T03:04:05Z", "syncedResourceVersion": "1-x", "binding": {"name": "t", "more": 1},
               "conditions": [{"type": "Ready", "status": "True", "reason": "r", "message": "m",
                 "lastTransitionTime": "2026-01-02T03:04:05Z"}], "later": []}}""";

    private static final String STORE = """
            {"kind": "SecretStore", "metadata": {"name": "s", "namespace": "n", "annotations": {"a": "b"}},
             "spec": {"controller": "c", "refreshInterval": %s, "retrySettings": {"maxRetries": 3, "retryInterval": "1s"},
               "provider": {"fake": {"data": [{"key": "k", "value": "v", "version": "1"}]}, "other": {"n": 12345678901234567890, "d": 1.50}},
               "conditions": [{"namespaces": ["a"], "namespaceSelector": {"matchLabels": {"x": "y"}}}], "later": {}},
             "status": {"capabilities": "ReadWrite", "conditions": [{"type": "Ready", "status": "False", "reason": "r", "message": "m",
               "lastTransitionTime": "2026-01-02T03:04:05Z"}], "later": 1}}""";

    /** Without anything of ours. */
    private static final ObjectMapper BINDING = new ObjectMapper();

    private static <T> T read(ResourceType<T> type, String json) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            ApiStream.begin(parser);
            return type.read(parser);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static <T extends HasMetadata> void isAsBound(ResourceType<T> type, Class<T> model, String json) {
        try {
            T bound = Json.TRIMMING.readValue(json, model);

            assertThat(BINDING.writeValueAsString(read(type, json))).isEqualTo(BINDING.writeValueAsString(bound));
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FULL,
                "{}",
                "{\"metadata\":{\"name\":\"a\"},\"spec\":null,\"status\":null}",
                "{\"metadata\":{},\"spec\":{},\"status\":{}}",
                "{\"metadata\":{},\"spec\":{\"data\":null,\"dataFrom\":null,\"target\":null,\"secretStoreRef\":null,"
                        + "\"refreshInterval\":null},\"status\":{\"conditions\":null,\"binding\":null,\"refreshTime\":null}}",
                "{\"metadata\":{},\"spec\":{\"refreshInterval\":0,\"data\":[{\"secretKey\":7,"
                        + "\"remoteRef\":{\"key\":1.50,\"version\":true}}]}}",
            })
    @DisplayName("are what databinding makes of them: ExternalSecrets")
    void externalSecrets(String json) {
        isAsBound(ResourceType.EXTERNAL_SECRETS, ExternalSecret.class, json);
    }

    @ParameterizedTest
    @MethodSource("records")
    @DisplayName("have a member for each component of their records, so that one that is added is not forgotten")
    void everyMember(String object, String path, Class<? extends Record> type) throws IOException {
        JsonNode members = Json.MAPPER.readTree(object).at(path);

        assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .isSubsetOf(members.properties().stream().map(Map.Entry::getKey).toList());
    }

    static Stream<Arguments> records() {
        String store = STORE.formatted("300");
        return Stream.of(
                Arguments.of(FULL, "/spec", ExternalSecretSpec.class),
                Arguments.of(FULL, "/spec/secretStoreRef", SecretStoreRef.class),
                Arguments.of(FULL, "/spec/target", ExternalSecretTarget.class),
                Arguments.of(FULL, "/spec/data/0", ExternalSecretData.class),
                Arguments.of(FULL, "/spec/data/0/remoteRef", ExternalSecretDataRemoteRef.class),
                Arguments.of(FULL, "/status", ExternalSecretStatus.class),
                Arguments.of(FULL, "/status/conditions/0", ExternalSecretStatusCondition.class),
                Arguments.of(FULL, "/status/binding", Binding.class),
                Arguments.of(store, "/spec", SecretStoreSpec.class),
                Arguments.of(store, "/status", SecretStoreStatus.class),
                Arguments.of(store, "/status/conditions/0", SecretStoreStatusCondition.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5m\"", "300", "null"})
    @DisplayName("are what databinding makes of them: stores")
    void stores(String interval) {
        isAsBound(ResourceType.SECRET_STORES, SecretStore.class, STORE.formatted(interval));
        isAsBound(ResourceType.CLUSTER_SECRET_STORES, ClusterSecretStore.class, STORE.formatted(interval));
    }

    @Test
    @DisplayName("are empty where nothing is said: stores")
    void emptyStores() {
        isAsBound(ResourceType.SECRET_STORES, SecretStore.class, "{\"metadata\":{\"name\":\"a\"}}");
        isAsBound(
                ResourceType.SECRET_STORES,
                SecretStore.class,
                "{\"spec\":{\"provider\":{\"fake\":{}}},\"status\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"spec\":\"CANARY\"}|ExternalSecret[\"spec\"]",
                "{\"spec\":{\"data\":{\"a\":\"CANARY\"}}}|ExternalSecretSpec[\"data\"]",
                "{\"spec\":{\"data\":[{\"remoteRef\":[\"CANARY\"]}]}}|ArrayList[0]->dev.eso4j.api.externalsecret.ExternalSecretData[\"remoteRef\"]",
                "{\"spec\":{\"target\":{\"immutable\":\"CANARY\"}}}|ExternalSecretTarget[\"immutable\"]",
                "{\"spec\":{\"target\":{\"name\":{\"a\":\"CANARY\"}}}}|ExternalSecretTarget[\"name\"]",
                "{\"status\":{\"conditions\":[\"CANARY\"]}}|ExternalSecretStatus[\"conditions\"]->java.util.ArrayList[0]",
            })
    @DisplayName("fail with the path to what does not fit")
    void path(String json, String path) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            ApiStream.begin(parser);
            JsonMappingException thrown =
                    catchThrowableOfType(JsonMappingException.class, () -> ResourceType.EXTERNAL_SECRETS.read(parser));

            assertThat(thrown.getPathReference()).contains(path).doesNotContain("CANARY");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\":{\"name\":\"a\",\"namespace\":\"n\"}}",
                "{\"metadata\":{\"name\":\"a\",\"generateName\":\"a-\",\"uid\":\"u\",\"resourceVersion\":\"7\",\"generation\":2,"
                        + "\"creationTimestamp\":\"2026-01-02T03:04:05Z\",\"labels\":{\"l\":\"1\"},\"annotations\":{\"b\":\"\",\"a\":\"x\"},"
                        + "\"finalizers\":[\"f/g\"],\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"K\",\"name\":\"o\",\"uid\":\"u\","
                        + "\"controller\":true,\"blockOwnerDeletion\":false},{\"name\":\"p\"}]},"
                        + "\"immutable\":true,\"type\":\"Opaque\",\"data\":{\"k\":\"AAEC/w==\",\"empty\":\"\"}}",
                "{\"metadata\":{\"name\":\"a\",\"later\":{\"x\":1},\"managedFields\":[{\"manager\":\"m\"}]},\"data\":{\"k\":\"eA==\"}}",
                "{\"metadata\":{\"name\":\"a\",\"deletionTimestamp\":\"2026-01-02T03:04:05Z\",\"deletionGracePeriodSeconds\":3}}",
            })
    @DisplayName("are what databinding writes: Secrets")
    void secrets(String json) throws IOException {
        isWrittenAsBound(ResourceType.SECRETS, read(ResourceType.SECRETS, json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"metadata\":{\"name\":\"a\",\"namespace\":\"n\"},\"type\":\"Normal\",\"reason\":\"r\",\"message\":\"m\","
                        + "\"involvedObject\":{\"apiVersion\":\"v1\",\"kind\":\"K\",\"namespace\":\"n\",\"name\":\"o\",\"uid\":\"u\","
                        + "\"resourceVersion\":\"7\",\"fieldPath\":\"spec\"},\"source\":{\"component\":\"c\",\"host\":\"h\"},"
                        + "\"reportingComponent\":\"c\",\"reportingInstance\":\"i\",\"firstTimestamp\":\"2026-01-02T03:04:05Z\","
                        + "\"lastTimestamp\":\"2026-01-02T03:04:06Z\",\"action\":\"a\",\"count\":3}",
                "{\"metadata\":{\"name\":\"a\"},\"involvedObject\":{},\"source\":{}}",
                "{\"metadata\":{\"name\":\"a\"},\"eventTime\":\"2026-01-02T03:04:05.000000Z\",\"series\":{\"count\":2}}",
                "{\"metadata\":{\"name\":\"a\"},\"related\":{\"name\":\"b\"},\"later\":{\"x\":1}}",
                "{\"metadata\":{\"name\":\"a\",\"later\":1},\"involvedObject\":{\"later\":1},\"source\":{\"later\":[2]}}",
            })
    @DisplayName("are what databinding writes: Events")
    void events(String json) throws IOException {
        isWrittenAsBound(ResourceType.EVENTS, read(ResourceType.EVENTS, json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FULL,
                "{\"status\":{}}",
                "{\"status\":{\"refreshTime\":\"\",\"binding\":{},\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"},{}]}}",
            })
    @DisplayName("are what databinding writes: the status of an ExternalSecret")
    void statuses(String json) throws IOException {
        Map<String, ?> patch =
                Map.of("status", read(ResourceType.EXTERNAL_SECRETS, json).getStatus());

        assertThat(Json.MAPPER.readTree(Json.bytes(patch)))
                .isEqualTo(BINDING.readTree(BINDING.writeValueAsBytes(patch)));
    }

    private static <T> void isWrittenAsBound(ResourceType<T> type, T object) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonGenerator out = Json.MAPPER.createGenerator(written)) {
            type.write(object, out);
        }

        assertThat(BINDING.readTree(written.toString()))
                .isEqualTo(BINDING.readTree(BINDING.writeValueAsString(object)));
    }
}
