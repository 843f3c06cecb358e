package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.Stores;
import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.Providers;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.StoreClients;
import dev.eso4j.core.store.StoreLookup;
import dev.eso4j.core.store.StoreResolver;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Fetching")
class FetcherTest {
    private final ManualClock clock = new ManualClock();
    private final MemoryProvider backend = new MemoryProvider();
    private final LocalCluster cluster = LocalCluster.create();
    private final StoreClients clients = new StoreClients(
            cluster, Providers.of(List.of(backend)), ReferenceObserver.none(), CallListener.none(), clock, clock, 4);
    private final StoreLookup lookup = new StoreLookup() {
        @Override
        public Optional<SecretStore> secretStore(String namespace, String name) {
            return name.equals("missing")
                    ? Optional.empty()
                    : Optional.of(Stores.namespaced(namespace, name, 1, Stores.spec(Map.of())));
        }

        @Override
        public Optional<ClusterSecretStore> clusterSecretStore(String name) {
            return Optional.of(Stores.clusterWide(name, 1, Stores.spec(Map.of())));
        }

        @Override
        public Optional<Map<String, String>> namespaceLabels(String namespace) {
            return Optional.of(Map.of());
        }
    };
    private final Generator words = new Generator() {
        private int count;

        @Override
        public String kind() {
            return "Fake";
        }

        @Override
        public Generated generate(GeneratorContext context) {
            if (context.spec().containsKey("broken")) {
                throw new IllegalStateException("a defect that quotes canary");
            }
            count++;
            return new Generated(Map.of("word", SecretValue.of(context.spec().get("text") + "-" + count)), null);
        }
    };
    private final Fetcher fetcher = new Fetcher(
            new StoreResolver(lookup, clients, null, "default"),
            new BackendReads(clock, Duration.ofSeconds(2)),
            new ClusterGenerators(cluster, List.of(words), clients, clock, new Random(1)));

    @BeforeEach
    void fill() {
        backend.secrets.put("db", "{\"user\":\"svc\",\"password\":\"canary-1\"}");
        backend.secrets.put("other", "{\"user\":\"second\",\"a/b\":\"slash\"}");
    }

    @AfterEach
    void close() {
        clients.close();
        cluster.close();
    }

    private FetchResult fetch(boolean tolerateAbsent, String... members) {
        cluster.load(SyncBench.manifest("es", members));
        ExternalSecret es =
                cluster.get(ResourceType.EXTERNAL_SECRETS, "shop", "es").orElseThrow();
        return fetcher.fetch(es, tolerateAbsent, clock.nanos());
    }

    private void generator(String name, String member) {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName(name).build());
        resource.setAdditionalProperty("spec", Map.of(member, "hello"));
        cluster.create(
                ResourceType.generic("generators.external-secrets.io", "v1alpha1", "fakes", "Fake", true),
                resource,
                "test");
    }

    private void clusterGenerator(String name, Map<String, ?> spec) {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setMetadata(new ObjectMetaBuilder().withName(name).build());
        resource.setAdditionalProperty("spec", spec);
        cluster.create(
                ResourceType.generic(
                        "generators.external-secrets.io", "v1alpha1", "clustergenerators", "ClusterGenerator", false),
                resource,
                "test");
    }

    private static Map<String, String> text(FetchResult result) {
        assertThat(result.problems()).isEmpty();
        Map<String, String> text = new TreeMap<>();
        result.values().forEach((key, value) -> text.put(key, value.utf8()));
        return text;
    }

    private static List<String> problems(FetchResult result) {
        return result.problems().stream()
                .map(p -> EntryProblem.text(List.of(p)))
                .toList();
    }

    @Nested
    @DisplayName("lets win")
    class Precedence {
        @Test
        @DisplayName("later entries of dataFrom over earlier ones, and data over dataFrom")
        void order() {
            assertThat(text(fetch(
                            false,
                            "dataFrom: [{extract: {key: other}, rewrite: [{regexp: {source: '/', target: '.'}}]},"
                                    + " {extract: {key: db}}]",
                            "data: [{secretKey: password, remoteRef: {key: other, property: user}}]")))
                    .isEqualTo(Map.of("user", "svc", "password", "second", "a.b", "slash"));
        }
    }

    @Nested
    @DisplayName("of data")
    class Data {
        @Test
        @DisplayName("takes a property or the whole, decodes it, and does not touch the key")
        void entries() {
            backend.secrets.put("plain", "YmFy");
            assertThat(text(fetch(
                            false,
                            "data:",
                            "  - {secretKey: a, remoteRef: {key: db, property: user}}",
                            "  - {secretKey: b, remoteRef: {key: plain, decodingStrategy: Base64}}",
                            "  - {secretKey: c, remoteRef: {key: plain, conversionStrategy: Unicode}}")))
                    .isEqualTo(Map.of("a", "svc", "b", "bar", "c", "YmFy"));
        }

        @Test
        @DisplayName("reads one object once for ten entries")
        void oneRead() {
            StringBuilder data = new StringBuilder("data: [");
            for (int i = 0; i < 10; i++) {
                data.append("{secretKey: k").append(i).append(", remoteRef: {key: db, property: user}},");
            }
            assertThat(text(fetch(false, data + "]"))).hasSize(10);
            assertThat(backend.reads()).isEqualTo(1);
        }

        @Test
        @DisplayName("asks the store that an entry names instead of the common one")
        void ownStore() {
            assertThat(text(fetch(
                            false,
                            "data:",
                            "  - {secretKey: a, remoteRef: {key: db, property: user}}",
                            "  - {secretKey: b, remoteRef: {key: db, property: user},"
                                    + " sourceRef: {storeRef: {name: shared, kind: ClusterSecretStore}}}")))
                    .hasSize(2);
            assertThat(backend.connects).hasValue(2);
        }

        @Test
        @DisplayName("has no generators, and says where they belong")
        void noGenerators() {
            assertThat(problems(fetch(
                            false,
                            "data: [{secretKey: a, remoteRef: {key: db},"
                                    + " sourceRef: {generatorRef: {kind: Fake, name: words}}}]")))
                    .singleElement()
                    .asString()
                    .contains("spec.data[0]", "move the entry to dataFrom");
        }
    }

    @Nested
    @DisplayName("of dataFrom")
    class DataFrom {
        @Test
        @DisplayName("converts the keys of an extract by default")
        void converts() {
            assertThat(text(fetch(false, "dataFrom: [{extract: {key: other}}]")))
                    .containsKeys("user", "a_b");
            assertThat(text(fetch(false, "dataFrom: [{extract: {key: other, conversionStrategy: Unicode}}]")))
                    .containsKeys("user", "a_U002f_b");
        }

        @Test
        @DisplayName("does not convert keys that a rewrite had in hand: what is left invalid is its mistake")
        void rewritten() {
            assertThat(problems(fetch(
                            false,
                            "dataFrom: [{extract: {key: other}, rewrite: [{regexp: {source: user, target: u}}]}]")))
                    .singleElement()
                    .asString()
                    .contains("spec.dataFrom[0].extract (key: other)", "invalid character /");
        }

        @Test
        @DisplayName("finds by name")
        void finds() {
            assertThat(text(fetch(false, "dataFrom: [{find: {name: {regexp: '^d'}}}]")))
                    .containsOnlyKeys("db");
            assertThat(text(fetch(false, "dataFrom: [{find: {name: {regexp: nothing}}}]")))
                    .isEmpty();
        }

        @Test
        @DisplayName("says which key cannot be decoded, and not what it holds")
        void undecodable() {
            assertThat(problems(fetch(false, "dataFrom: [{extract: {key: db, decodingStrategy: Base64}}]")))
                    .singleElement()
                    .asString()
                    .contains("failure decoding key password", "the value is not Base64")
                    .doesNotContain("canary");
        }

        @Test
        @DisplayName("checks for zero bytes after decoding")
        void nullBytes() {
            backend.secrets.put("bin", "{\"cert\":\"AAEC\"}");
            assertThat(problems(fetch(
                            false,
                            "dataFrom: [{extract: {key: bin, decodingStrategy: Base64, nullBytePolicy: Fail}}]")))
                    .singleElement()
                    .asString()
                    .contains("\"cert\" contains null bytes");
        }

        @Test
        @DisplayName("runs the generators of the namespace, each entry on its own")
        void generators() {
            generator("words", "text");
            FetchResult result = fetch(
                    false,
                    "dataFrom:",
                    "  - sourceRef: {generatorRef: {kind: Fake, name: words}}",
                    "  - sourceRef: {generatorRef: {kind: Fake, name: words}}",
                    "    rewrite: [{regexp: {source: word, target: second}}]");
            assertThat(text(result)).isEqualTo(Map.of("word", "hello-1", "second", "hello-2"));
            assertThat(result.issued()).hasSize(2);
        }

        @Test
        @DisplayName("runs a ClusterGenerator as the kind that it wraps, and says what is wrong with one")
        void clusterGenerators() {
            clusterGenerator("wide", Map.of("kind", "Fake", "generator", Map.of("fakeSpec", Map.of("text", "wide"))));
            clusterGenerator("other", Map.of("kind", "Fake", "generator", Map.of("uuidSpec", Map.of())));
            clusterGenerator("odd", Map.of("kind", "Nothing", "generator", Map.of()));
            assertThat(text(fetch(
                            false, "dataFrom: [{sourceRef: {generatorRef: {kind: ClusterGenerator, name: wide}}}]")))
                    .isEqualTo(Map.of("word", "wide-1"));
            assertThat(problems(fetch(
                            false,
                            "dataFrom:",
                            "  - sourceRef: {generatorRef: {kind: ClusterGenerator, name: other}}",
                            "  - sourceRef: {generatorRef: {kind: ClusterGenerator, name: odd}}",
                            "  - sourceRef: {generatorRef: {kind: ClusterGenerator, name: nobody}}")))
                    .satisfiesExactly(
                            p -> assertThat(p).contains("spec.generator of ClusterGenerator \"other\" has no fakeSpec"),
                            p -> assertThat(p).contains("spec.kind of ClusterGenerator \"odd\" is not a kind"),
                            p -> assertThat(p).contains("there is no ClusterGenerator \"nobody\";"));
        }

        @Test
        @DisplayName("says which generator is missing, or not built in")
        void missingGenerators() {
            assertThat(problems(fetch(
                            false,
                            "dataFrom:",
                            "  - sourceRef: {generatorRef: {kind: Fake, name: nobody}}",
                            "  - sourceRef: {generatorRef: {kind: UUID, name: id}}")))
                    .satisfiesExactly(
                            p -> assertThat(p).contains("there is no Fake \"nobody\" in namespace \"shop\""),
                            p -> assertThat(p)
                                    .contains("generator UUID is not built into this distribution", "[Fake]"));
        }
    }

    @Nested
    @DisplayName("when something fails,")
    class Failures {
        @Test
        @DisplayName("tries every entry and reports each that failed, with its remote key and what to do")
        void all() {
            FetchResult result = fetch(
                    false,
                    "dataFrom: [{extract: {key: nowhere}}, {find: {name: {regexp: '('}}}]",
                    "data:",
                    "  - {secretKey: a, remoteRef: {key: db, property: usr}}",
                    "  - {secretKey: b, remoteRef: {key: gone}}",
                    "  - {secretKey: c, remoteRef: {key: db}, sourceRef: {storeRef: {name: missing}}}",
                    "  - {secretKey: d, remoteRef: {key: db, property: user}}");
            assertThat(problems(result))
                    .satisfiesExactly(
                            p -> assertThat(p)
                                    .startsWith("spec.dataFrom[0].extract (key: nowhere): ")
                                    .endsWith("create it"),
                            p -> assertThat(p).startsWith("spec.dataFrom[1].find: find.name.regexp is not"),
                            p -> assertThat(p)
                                    .isEqualTo(
                                            "spec.data[0] (key: db): it has no property \"usr\"; correct the property"),
                            p -> assertThat(p).startsWith("spec.data[1] (key: gone): "),
                            p -> assertThat(p)
                                    .startsWith("spec.data[2] (key: db): could not get SecretStore \"missing\""));
            assertThat(result.toString()).doesNotContain("canary");
        }

        @Test
        @DisplayName("leaves out what does not exist where that is tolerated, and names it")
        void absent() {
            FetchResult result = fetch(
                    true,
                    "dataFrom: [{extract: {key: nowhere}}]",
                    "data:",
                    "  - {secretKey: a, remoteRef: {key: gone}}",
                    "  - {secretKey: b, remoteRef: {key: db, property: user}}");
            assertThat(text(result)).isEqualTo(Map.of("b", "svc"));
            assertThat(result.absent())
                    .containsExactly("spec.dataFrom[0].extract (key=nowhere)", "spec.data[0] (key=gone)");
        }

        @Test
        @DisplayName("never takes a refusal for absence")
        void refusalIsNotAbsence() {
            backend.failure = () -> new AccessDeniedException("access denied", "give the right to read");
            FetchResult result = fetch(true, "data: [{secretKey: a, remoteRef: {key: db}}]");
            assertThat(result.absent()).isEmpty();
            assertThat(problems(result)).singleElement().asString().contains("access denied; give the right to read");
        }

        @Test
        @DisplayName("keeps what a defective provider says out of the message, for it may quote a value")
        void defects() {
            backend.secrets.put("cursed", "canary-cursed");
            assertThat(problems(fetch(
                            false,
                            "data: [{secretKey: a, remoteRef: {key: cursed, property: throw}},"
                                    + " {secretKey: b, remoteRef: {key: throw}}]")))
                    .hasSize(2)
                    .allSatisfy(p -> assertThat(p)
                            .contains("failed inside provider memory with IllegalStateException")
                            .doesNotContain("canary"));
            generator("cursed", "broken");
            assertThat(problems(fetch(false, "dataFrom: [{sourceRef: {generatorRef: {kind: Fake, name: cursed}}}]")))
                    .singleElement()
                    .asString()
                    .contains("generator Fake \"cursed\" failed with IllegalStateException")
                    .doesNotContain("canary");
        }
    }
}
