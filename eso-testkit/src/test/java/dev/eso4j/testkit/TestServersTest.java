package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Installed test servers are found")
class TestServersTest {
    @TempDir
    Path root;

    @Test
    @DisplayName("in ESO_TEST_SERVERS, else under the user's home")
    void root() {
        assertThat(TestServers.root(Map.of("ESO_TEST_SERVERS", "/opt/servers"), "/home/me"))
                .isEqualTo(Path.of("/opt/servers"));
        assertThat(TestServers.root(Map.of(), "/home/me")).isEqualTo(Path.of("/home/me/.cache/eso4j/test-servers"));
    }

    @Test
    @DisplayName("in the folder of the version that was installed last")
    void newest() throws IOException {
        Path old = install(root.resolve("kube-aaa"), 1_000_000);
        Path recent = install(root.resolve("kube-000"), 2_000_000);
        install(root.resolve("vault-fff"), 3_000_000);

        assertThat(TestServers.find(root, "kube", List.of("etcd"))).contains(recent);
        assertThat(TestServers.find(old, "kube", List.of("etcd"))).contains(old);
    }

    @Test
    @DisplayName("only when every program is there")
    void incomplete() throws IOException {
        install(root.resolve("kube-aaa"), 1_000_000);

        assertThat(TestServers.find(root, "kube", List.of("etcd", "kubectl"))).isEmpty();
        assertThat(TestServers.find(root.resolve("absent"), "kube", List.of("etcd")))
                .isEmpty();
    }

    private static Path install(Path folder, long modified) throws IOException {
        Files.createDirectories(folder);
        assertThat(Files.writeString(folder.resolve("etcd"), "").toFile().setExecutable(true))
                .isTrue();
        assertThat(folder.toFile().setLastModified(modified)).isTrue();
        return folder;
    }
}
