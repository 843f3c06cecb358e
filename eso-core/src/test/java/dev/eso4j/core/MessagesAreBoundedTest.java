package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However long and odd the names in a manifest,")
class MessagesAreBoundedTest {
    @Test
    @DisplayName("the condition and the report stay short, and have no half characters that no API server takes")
    void condition() {
        StringBuilder manifest = new StringBuilder("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store}
                spec: {provider: {memory: {}}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: app}
                spec:
                  secretStoreRef: {name: store}
                  data:
                """);
        for (int i = 0; i < 50; i++) {
            manifest.append(
                    "    - {secretKey: k" + i + ", remoteRef: {key: db, property: \"" + "😀".repeat(5_000) + "\"}}\n");
        }
        MemoryProvider backend = new MemoryProvider();
        backend.secrets.put("db", "{}");
        try (LocalCluster cluster = LocalCluster.create();
                SecretSync sync = SecretSync.builder()
                        .cluster(cluster)
                        .providers(List.of(backend))
                        .build()) {
            cluster.load(manifest.toString());
            SyncReport report = sync.sync();
            assertThat(report.failures())
                    .singleElement()
                    .satisfies(r -> assertThat(r.message())
                            .hasSizeLessThanOrEqualTo(2_000)
                            .contains("spec.data[0]"));
            ExternalSecret stored =
                    cluster.get(ResourceType.EXTERNAL_SECRETS, "default", "app").orElseThrow();
            assertThat(stored.getStatus().conditions())
                    .singleElement()
                    .satisfies(c -> assertThat(String.valueOf(c.message()))
                            .hasSizeLessThanOrEqualTo(2_000)
                            .satisfies(m -> assertThat(m.codePoints()).noneMatch(p -> p >= 0xd800 && p <= 0xdfff)));
        }
    }
}
