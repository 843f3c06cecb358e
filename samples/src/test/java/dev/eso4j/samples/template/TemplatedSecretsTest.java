package dev.eso4j.samples.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.core.SecretSync;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The sample of manifests with templates")
class TemplatedSecretsTest {
    @TempDir
    private Path dir;

    @Test
    @DisplayName("makes the configuration of a registry, a certificate with its key, and a file of settings")
    void synced() {
        try (SecretSync sync = SecretSync.builder()
                .directory(Path.of("templates"), dir.resolve("out"))
                .build()) {
            sync.sync().orThrow();
            assertThat(text(sync, "registry", ".dockerconfigjson")).isEqualTo("""
                    {"auths":{"registry.example":{"username":"puller","password":"not-a-real-\\"password\\"",
                    "auth":"cHVsbGVyOm5vdC1hLXJlYWwtInBhc3N3b3JkIg=="}}}
                    """);
            assertThat(text(sync, "certificate", "tls.key"))
                    .startsWith("-----BEGIN PRIVATE KEY-----\n")
                    .doesNotContain("CERTIFICATE");
            assertThat(text(sync, "certificate", "tls.crt")).startsWith("-----BEGIN CERTIFICATE-----\n");
            assertThat(text(sync, "settings", "application.properties")).isEqualTo("""
                    database.url=jdbc:postgresql://db.shop.example:5432/shop
                    database.user=shop
                    database.password=not-a-real-password
                    """);
        }
    }

    private static String text(SecretSync sync, String name, String key) {
        Map<String, SecretValue> data = sync.secret("shop", name).orElseThrow();
        assertThat(data).containsKey(key);
        return data.get(key).utf8();
    }
}
