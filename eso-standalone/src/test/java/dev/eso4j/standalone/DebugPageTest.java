package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.testkit.CanaryLeak;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The debug page")
class DebugPageTest {
    private static final String TOKEN = "a-token-of-many-characters";

    @TempDir
    Path folder;

    private static DebugPage page(Operating operating) {
        return new DebugPage(
                () -> Optional.of(operating.operator),
                () -> true,
                () -> Map.of("patch externalsecrets/status", 7L),
                Duration.ofMinutes(10));
    }

    @Test
    @DisplayName("shows build, leader, queues, stores, failures, requests and the process, and no value")
    void shows() throws IOException {
        try (CanaryLeak canary = CanaryLeak.open();
                Operating operating = new Operating()) {
            operating.provider.backend().put("key", canary.value()).put("other", canary.value());
            operating.externalSecret("good", "key");
            operating.externalSecret("bad", "nowhere");
            operating.start();
            operating.awaitReason("good", "SecretSynced");
            operating.awaitReason("bad", "SecretSyncedError");
            operating.provider.backend().hang();
            operating.externalSecret("hanging", "other");
            org.awaitility.Awaitility.await()
                    .until(() -> operating.operator.insight().callsInFlight().getOrDefault("recording", 0) > 0);
            operating.nanos.addAndGet(Duration.ofMinutes(11).toNanos());

            String json = page(operating).json();
            JsonNode page = new ObjectMapper().readTree(json);
            assertThat(page.path("version").asText()).isEqualTo(Version.text());
            assertThat(page.path("leader").asText()).isEqualTo("yes");
            assertThat(page.path("uptimeSeconds").isNumber()).isTrue();
            assertThat(page.at("/queues/0/controller").asText()).isEqualTo("externalsecret");
            assertThat(page.at("/queues/0/lanes/changed/depth").isInt()).isTrue();
            assertThat(page.at("/queues/0/lanes/refresh/oldestSeconds").isNumber())
                    .isTrue();
            assertThat(page.at("/queues/0/running/0/key").asText()).startsWith("shop/");
            assertThat(page.at("/queues/0/running/0/stuck").asBoolean()).isTrue();
            assertThat(page.at("/stores/0/name").asText()).isEqualTo("shop/store");
            assertThat(page.at("/stores/0/provider").asText()).isEqualTo("recording");
            assertThat(page.at("/stores/0/callsInFlight").asInt()).isPositive();
            assertThat(page.at("/failures/0/externalSecret").asText()).isEqualTo("shop/bad");
            assertThat(page.at("/failures/0/message").asText()).contains("nowhere");
            assertThat(page.at("/requests/patch externalsecrets~1status").asInt())
                    .isEqualTo(7);
            assertThat(page.at("/process/threads").asInt()).isPositive();
            canary.look("debug page", json)
                    .look("metrics", operating.metrics.text())
                    .look("snapshot", operating.operator.insight().snapshot())
                    .look(operating.cluster)
                    .assertNowhere();
            assertThat(canary.loggedLines()).isPositive();
        }
    }

    @Test
    @DisplayName("does not grow with the cluster")
    void bounded() {
        try (Operating operating = new Operating()) {
            for (int i = 0; i < 400; i++) {
                operating.externalSecret("bad-" + i, "nowhere-" + i);
            }
            operating.start();
            org.awaitility.Awaitility.await()
                    .until(() -> operating.operator.insight().snapshot().failuresInAll() == 400);
            assertThat(page(operating).json())
                    .contains("\"failuresInAll\" : 400")
                    .satisfies(
                            json -> assertThat(json.split("\"externalSecret\"")).hasSize(101));
        }
    }

    @Test
    @DisplayName("is there for who has the token, which may change while the operator runs")
    void token() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        try (HttpEndpoints endpoints = HttpEndpoints.health(
                "127.0.0.1:0",
                () -> "",
                () -> "",
                new HttpEndpoints.Protected(DebugToken.in(file), () -> "{\"the\":\"page\"}"))) {
            assertThat(get(endpoints, "/debug/state", "Bearer " + TOKEN)).isEqualTo("200 {\"the\":\"page\"}");
            assertThat(get(endpoints, "/debug/state", "Bearer " + TOKEN + "x")).startsWith("401 ");
            assertThat(get(endpoints, "/debug/state", "Bearer " + TOKEN.substring(1)))
                    .startsWith("401 ");
            assertThat(get(endpoints, "/debug/state", TOKEN)).startsWith("401 ");
            assertThat(get(endpoints, "/debug/state", "Bearer ")).startsWith("401 ");
            assertThat(get(endpoints, "/debug/state", null)).startsWith("401 ").doesNotContain("page");
            assertThat(get(endpoints, "/debug/state/more", "Bearer " + TOKEN)).startsWith("404 ");
            assertThat(get(endpoints, "/healthz", null)).isEqualTo("200 ok");

            Files.writeString(file, "another-token-of-many-characters");
            assertThat(get(endpoints, "/debug/state", "Bearer " + TOKEN)).startsWith("401 ");
            assertThat(get(endpoints, "/debug/state", "Bearer another-token-of-many-characters"))
                    .startsWith("200 ");
            Files.writeString(file, "");
            assertThat(get(endpoints, "/debug/state", "Bearer "))
                    .as("no token is no permission")
                    .startsWith("401 ");
            Files.delete(file);
            assertThat(get(endpoints, "/debug/state", "Bearer another-token-of-many-characters"))
                    .startsWith("401 ");
        }
    }

    @Test
    @DisplayName("is absent without the flag, and the flag with a bad file or without an address is refused")
    void absent() throws Exception {
        try (HttpEndpoints endpoints = HttpEndpoints.health("127.0.0.1:0", () -> "", () -> "it is starting", null)) {
            assertThat(get(endpoints, "/debug/state", "Bearer " + TOKEN)).startsWith("404 ");
            assertThat(get(endpoints, "/readyz", null)).isEqualTo("500 readyz check failed: it is starting\n");
        }
        Path file = Files.writeString(folder.resolve("short"), "short");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> DebugToken.in(file)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the token is too short");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> DebugToken.in(folder.resolve("none"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--debug-token-file=" + folder.resolve("none"));
        Console console = Console.run("operator", "--debug-token-file=" + file, "--live-addr=0");
        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err()).contains("--debug-token-file needs --live-addr");
        assertThat(Console.run("operator", "--help").out()).contains("/debug/state", "no such page if not given");
    }

    private static String get(HttpEndpoints endpoints, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoints.port() + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
