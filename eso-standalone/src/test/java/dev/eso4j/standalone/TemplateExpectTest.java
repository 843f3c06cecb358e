package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.testkit.CanaryLeak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("eso template --expect")
class TemplateExpectTest {
    private static final String EXTERNAL_SECRET = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: app, namespace: shop}
            spec:
              secretStoreRef: {name: store}
              target:
                template:
                  metadata: {labels: {team: a}}
                  data: {url: "https://{{ .user }}@shop", fixed: "1"}
              data:
                - {secretKey: user, remoteRef: {key: db}}
            """;
    private static final String AS_IN_A_CLUSTER = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: app
              namespace: shop
              uid: 0b3c
              labels: {team: a, reconcile.external-secrets.io/managed: "true"}
              annotations: {reconcile.external-secrets.io/data-hash: abc}
              ownerReferences: [{apiVersion: external-secrets.io/v1, kind: ExternalSecret, name: app, uid: u}]
            type: Opaque
            data: {url: aHR0cHM6Ly9hZGFsb3ZlbGFjZUBzaG9w, fixed: MQ==}
            """;

    @TempDir
    private Path dir;

    private TemplateRun run;

    @BeforeEach
    void directory() {
        run = new TemplateRun(dir);
    }

    private Console against(String expected, String... more) throws IOException {
        List<String> args = new java.util.ArrayList<>(
                List.of("--values=user=adalovelace", "--expect", run.file("expected.yaml", expected)));
        args.addAll(List.of(more));
        return run.template(EXTERNAL_SECRET, args.toArray(new String[0]));
    }

    @Test
    @DisplayName(
            "is content with what it printed itself, and with the Secret of a cluster and what an operator adds to it")
    void equal() throws IOException {
        Console console = against(AS_IN_A_CLUSTER);
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        String own = run.template(EXTERNAL_SECRET, "--values=user=adalovelace", "--reveal=force")
                .out();
        assertThat(against(own).all()).isEqualTo(against(AS_IN_A_CLUSTER).out());
        assertThat(against("kind: Secret\nmetadata: {labels: {team: a}}\n"
                                + "stringData: {url: 'https://adalovelace@shop', fixed: '1'}\n")
                        .code())
                .isZero();
    }

    @Test
    @DisplayName("tells the keys that differ, by size and hash and without values; exit 3")
    void different() throws IOException {
        Console console = against(AS_IN_A_CLUSTER
                .replace("fixed: MQ==", "other: MQ==")
                .replace("QGFk", "")
                .replace("aHR0cHM6Ly9hZGFsb3ZlbGFjZUBzaG9w", "aHR0cHM6Ly9ncmFjZWhvcHBlckBzaG9w")
                .replace("team: a,", "team: b,")
                .replace("type: Opaque", "type: kubernetes.io/tls"));
        assertThat(console.code()).isEqualTo(3);
        assertThat(console.err().lines().map(line -> line.replaceAll("\\([0-9a-f]{12}\\)", "(HASH)")))
                .containsExactly(
                        "Error: ExternalSecret shop/app does not come to what " + dir.resolve("expected.yaml")
                                + " says; equal hashes are equal values, in this run only",
                        "  type: expected kubernetes.io/tls, rendered Opaque",
                        "  metadata.labels[team]: expected 1 byte (HASH), rendered 1 byte (HASH)",
                        "  data[fixed]: expected nothing, rendered 1 byte (HASH)",
                        "  data[other]: expected 1 byte (HASH), rendered nothing",
                        "  data[url]: expected 24 bytes (HASH), rendered 24 bytes (HASH)");
        assertThat(console.out()).startsWith("# Values are hidden");
    }

    @Test
    @DisplayName("is in the report as well: state Different, counted as invalid")
    void report() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(against(AS_IN_A_CLUSTER.replace("fixed: MQ==", ""), "-o=json")
                        .out());
        assertThat(report.at("/items/0/state").asText()).isEqualTo("Different");
        assertThat(report.at("/summary/invalid").asInt()).isEqualTo(1);
        assertThat(report.at("/items/0/differences").get(0).asText()).startsWith("data[fixed]: expected nothing");
    }

    @Test
    @DisplayName("compares objects of other kinds field by field, and texts as a whole")
    void others() throws IOException {
        String map = EXTERNAL_SECRET.replace("target:\n", "target:\n    manifest: {apiVersion: v1, kind: ConfigMap}\n");
        String expected = run.file("map.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: app, namespace: shop, labels: {team: a}, resourceVersion: "4"}
                data: {url: "https://adalovelace@shop", fixed: "1"}
                """);
        Console same = run.template(map, "--values=user=adalovelace", "--expect", expected);
        assertThat(same.err()).isEmpty();
        assertThat(same.code()).isZero();
        Console other = run.template(map, "--values=user=grace", "--expect", expected);
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err()).contains("\n  data.url: expected 24 bytes (").doesNotContain("data.fixed");

        String text = run.file("text.txt", "Hello ada");
        assertThat(run.template("Hello {{ .user }}", "--values=user=ada", "--expect", text)
                        .code())
                .isZero();
        Console differs = run.template("Hello {{ .user }}", "--values=user=bob", "--expect", text);
        assertThat(differs.err()).contains("the text: expected 9 bytes (");
        assertThat(differs.code()).isEqualTo(3);
    }

    @Test
    @DisplayName("says what is wrong with the file, without quoting it; exit 2")
    void wrongFile() throws IOException {
        Console base64 = against(AS_IN_A_CLUSTER.replace("MQ==", "not-base64!"));
        assertThat(base64.err()).contains("data[fixed] is not base64").doesNotContain("not-base64!");
        assertThat(base64.code()).isEqualTo(2);
        assertThat(against("just a text").err()).contains("is no manifest").doesNotContain("just a text");
        assertThat(against("a: [1").code()).isEqualTo(2);
        assertThat(run.template(EXTERNAL_SECRET, "--expect=none.yaml").err())
                .contains("none.yaml cannot be read (NoSuchFileException)");
    }

    @Test
    @DisplayName("prints no value, neither one that was rendered nor one that was expected")
    void leaks() throws IOException {
        try (CanaryLeak canary = CanaryLeak.open()) {
            String value = canary.value();
            String secret = "kind: Secret\nmetadata: {labels: {team: '%1$s'}}\nstringData: {url: '%1$s', x%1$s: a}\n";
            for (String expected :
                    List.of(AS_IN_A_CLUSTER, secret.formatted(value), "stringData: '" + value, "data: " + value)) {
                for (String format : List.of("text", "json", "yaml")) {
                    canary.look(
                            format,
                            run.template(
                                            EXTERNAL_SECRET,
                                            "--values=user=" + value,
                                            "-o=" + format,
                                            "--expect=" + run.file("expected.yaml", expected))
                                    .all());
                }
            }
            canary.assertNowhere();
        }
    }
}
