package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What eso template renders is what an operator writes")
class TemplateEqualsOperatorTest {
    private static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: store, namespace: shop}
            spec:
              provider:
                fake:
                  data:
                    - {key: user, value: ada}
                    - {key: db, value: '{"db-user": "YWRh", "db.name": "c2hvcA==", "n": "MQ=="}'}
            """;
    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: texts, namespace: shop}
            data: {greeting: "Hello {{ .user }}", all: "{{ range $k, $v := . }}{{ $k }}: {{ $v }}\\n{{ end }}"}
            """;

    @TempDir
    private Path dir;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{name: plain}",
                "{immutable: true, template: {type: kubernetes.io/basic-auth, data: {username: '{{ .user }}', password: p}}}",
                "{template: {mergePolicy: Merge, metadata: {labels: {a: b}, annotations: {c: '{{ .user }}'}},"
                        + " data: {user: '{{ .user | upper }}'}}}",
                "{template: {templateFrom: [{configMap: {name: texts, items: [{key: greeting}, {key: all, templateAs:"
                        + " KeysAndValues}]}}, {target: Labels, literal: 'x: \"{{ .user }}\"'}], data: {z: '{{ .user | b64enc }}'}}}",
                "{name: map, manifest: {apiVersion: v1, kind: ConfigMap}}",
                "{name: map, creationPolicy: Orphan, manifest: {apiVersion: v1, kind: ConfigMap}, template: {metadata: {labels: {a:"
                        + " '{{ .user }}'}}, templateFrom: [{target: data.nested, literal: '{{ .user }}'}], data: {url: 'x{{ .user }}'}}}"
            })
    @DisplayName("for every form of a target")
    void same(String target) throws IOException {
        String externalSecret = """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: app, namespace: shop, labels: {team: a}, annotations: {note: b}}
                spec:
                  secretStoreRef: {name: store}
                  target: TARGET
                  data: [{secretKey: user, remoteRef: {key: user}}]
                  dataFrom:
                    - extract: {key: db, decodingStrategy: Base64}
                      rewrite: [{regexp: {source: "^db[-.]", target: "db_"}}]
                """.replace("TARGET", target);
        TemplateRun run = new TemplateRun(dir);
        List<String> args = new ArrayList<>(List.of(
                "template",
                run.file("app.yaml", externalSecret + "---\n" + CONFIG_MAP),
                "--values=user=ada",
                "--data-from=0=" + run.file("db.yaml", "db-user: YWRh\ndb.name: c2hvcA==\nn: MQ==\n")));
        args.add("--expect=" + run.file("written.json", written(externalSecret)));
        Console console = Console.run(args.toArray(new String[0]));
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
    }

    /** Returns the target as it stands in a cluster after a sync. */
    private static String written(String externalSecret) throws IOException {
        try (LocalCluster cluster = LocalCluster.create()) {
            cluster.load(STORE);
            cluster.load(CONFIG_MAP);
            cluster.load(externalSecret);
            try (SecretSync sync = SecretSync.builder()
                    .cluster(cluster)
                    .genericTargets(Set.of())
                    .build()) {
                assertThat(sync.sync().failures()).isEmpty();
            }
            List<GenericKubernetesResource> targets = new ArrayList<>();
            for (ResourceType<?> type : List.of(ResourceType.SECRETS, ResourceType.CONFIG_MAPS)) {
                cluster.list(type.tree(), Selection.everyNamespace(), targets::add);
            }
            targets.removeIf(target -> target.getMetadata().getName().equals("texts"));
            assertThat(targets).hasSize(1);
            return new ObjectMapper().writeValueAsString(targets.get(0));
        }
    }
}
