package dev.eso4j.core.externalsecret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;
import dev.eso4j.core.SyncBench;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a generator issued")
class GeneratedValuesTest {
    private static final String GENERATE = "dataFrom: [{sourceRef: {generatorRef: {kind: Fake, name: token}}}";
    private final List<String> issued = new ArrayList<>();
    private final List<String> takenBack = new ArrayList<>();
    private boolean cleanupFails;
    private final SyncBench bench = new SyncBench(List.of(new Generator() {
        @Override
        public String kind() {
            return "Fake";
        }

        @Override
        public Generated generate(GeneratorContext context) {
            String token = "token-" + issued.size();
            issued.add(token);
            return new Generated(Map.of("token", SecretValue.of(token)), Map.of("id", token));
        }

        @Override
        public void cleanup(GeneratorContext context, Generated generated) {
            takenBack.add(String.valueOf(generated.state()));
            if (cleanupFails) {
                throw new IllegalStateException("a defect");
            }
        }
    }));

    @BeforeEach
    void resource() {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setMetadata(
                new ObjectMetaBuilder().withNamespace("shop").withName("token").build());
        bench.local.create(
                ResourceType.generic("generators.external-secrets.io", "v1alpha1", "fakes", "Fake", true),
                resource,
                "test");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("is delivered and not taken back")
    void delivered() {
        bench.externalSecret("db", GENERATE + "]");
        bench.changed("db");
        assertThat(bench.data("db")).hasValue(Map.of("token", "token-0"));
        assertThat(takenBack).isEmpty();
    }

    @Test
    @DisplayName("is taken back when another entry fails")
    void otherEntryFails() {
        bench.externalSecret("db", GENERATE + ", {extract: {key: nowhere}}]");
        bench.changed("db");
        assertThat(takenBack).containsExactly("{id=token-0}");
    }

    @Test
    @DisplayName("is taken back when the target cannot be written")
    void notWritten() {
        bench.cluster.refuse(request -> request.startsWith("create Secret ")
                ? new ClusterException(ClusterException.Reason.FORBIDDEN, "no")
                : null);
        bench.externalSecret("db", GENERATE + "]");
        bench.changed("db");
        assertThat(takenBack).containsExactly("{id=token-0}");
    }

    @Test
    @DisplayName(
            "is nothing, where nobody would get it: no target to merge into, policy None, a template that is wrong or missing")
    void notEvenIssued() {
        bench.externalSecret("merge", "target: {creationPolicy: Merge}", GENERATE + "]");
        bench.externalSecret("none", "target: {creationPolicy: None}", GENERATE + "]");
        bench.externalSecret("template", "target: {template: {data: {a: '{{ .token }'}}}", GENERATE + "]");
        bench.externalSecret(
                "missing",
                "target: {template: {templateFrom: [{configMap: {name: nowhere, items: [{key: a}]}}]}}",
                GENERATE + "]");
        List.of("merge", "none", "template", "missing").forEach(bench::changed);
        assertThat(issued).isEmpty();
    }
}
