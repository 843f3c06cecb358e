package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("--template-left-delimiter and --template-right-delimiter")
class TemplateDelimitersTest {
    private static final String LEFT = "--template-left-delimiter=[[";
    private static final String RIGHT = "--template-right-delimiter=]]";
    private static final String MANIFESTS = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: store, namespace: shop}
            spec: {provider: {fake: {data: [{key: a, value: b}]}}}
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: app, namespace: shop}
            spec:
              secretStoreRef: {name: store}
              target: {template: {data: {url: 'x://[[ .one ]]/{{ .one }}'}}}
              data: [{secretKey: one, remoteRef: {key: a}}]
            """;

    @TempDir
    private Path dir;

    @Test
    @DisplayName("enclose the actions of templates in local mode")
    void local() throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Files.writeString(in.resolve("all.yaml"), MANIFESTS);
        Console console = Console.run(
                "local", in.toString(), "--output", dir.resolve("out").toString(), LEFT, RIGHT);
        assertThat(console.code()).as(console.all()).isZero();
        assertThat(dir.resolve("out/shop/app/url")).hasContent("x://b/{{ .one }}");
    }

    @Test
    @DisplayName("enclose them in the operator")
    void operator() {
        FlagSet.Values flags = OperatorFlags.all().parse(List.of(LEFT, RIGHT));
        try (LocalCluster cluster = LocalCluster.create();
                EsoOperator operator = OperatorCommand.operator(flags, cluster, new OperatorMetrics(false))) {
            cluster.load(MANIFESTS);
            operator.start();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(cluster.get(ResourceType.SECRETS, "shop", "app"))
                            .hasValueSatisfying(
                                    secret -> assertThat(secret.data().get("url"))
                                            .isEqualTo("x://b/{{ .one }}".getBytes(StandardCharsets.UTF_8))));
        }
    }
}
