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

@DisplayName("eso template of a target that is no Secret")
class TemplateOfManifestTargetTest {
    private static final String APPLICATION = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: app, namespace: shop, labels: {team: a}}
            spec:
              secretStoreRef: {name: store}
              target:
                name: front
                manifest: {apiVersion: argoproj.io/v1alpha1, kind: Application}
                template:
                  metadata:
                    labels: {team: a, who: "{{ .user }}"}
                  templateFrom:
                    - target: spec.source
                      literal: |
                        repoURL: https://{{ .user }}@git
                        helm: {values: [1, "{{ .user }}"]}
                    - target: spec.replicas
                      literal: "3"
              data:
                - {secretKey: user, remoteRef: {key: db}}
            """;
    private static final String CONFIG_MAP = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: app, namespace: shop, labels: {team: a}}
            spec:
              secretStoreRef: {name: store}
              target: {manifest: {apiVersion: v1, kind: ConfigMap}}
              data:
                - {secretKey: user, remoteRef: {key: db}}
            """;

    @TempDir
    private Path dir;

    private TemplateRun run;

    @BeforeEach
    void directory() {
        run = new TemplateRun(dir);
    }

    @Test
    @DisplayName("shows the object as it is applied, which kubectl takes")
    void revealed() throws IOException {
        Console console = run.template(APPLICATION, "--values=user=adalovelace", "--reveal=force");
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(console.out()).isEqualTo("""
                apiVersion: "argoproj.io/v1alpha1"
                kind: "Application"
                metadata:
                  name: "front"
                  namespace: "shop"
                  labels:
                    team: "a"
                    who: "adalovelace"
                spec:
                  source:
                    helm:
                      values:
                        - 1
                        - "adalovelace"
                    repoURL: "https://adalovelace@git"
                  replicas: 3
                """);
        assertThat(run.template(CONFIG_MAP, "--values=user=adalovelace", "--reveal=force")
                        .out())
                .endsWith("  labels:\n    team: \"a\"\ndata:\n  user: \"adalovelace\"\n");
    }

    @Test
    @DisplayName("shows names and sizes of what was rendered unless told to reveal, in the report with a path for each")
    void hidden() throws IOException {
        Console console = run.template(APPLICATION, "--values=user=adalovelace");
        assertThat(console.out())
                .contains("team: \"a\"", "who: \"(hidden, 11 bytes)\"", "repoURL: \"(hidden, 23 bytes)\"")
                .doesNotContain("adalovelace")
                .doesNotContain("git\"");
        JsonNode report = new ObjectMapper()
                .readTree(run.template(APPLICATION, "--values=user=adalovelace", "-o=json")
                        .out());
        assertThat(report.at("/items/0/target/kind").asText()).isEqualTo("Application");
        assertThat(report.at("/items/0/entries").findValuesAsText("path"))
                .containsExactly(
                        "spec.replicas",
                        "spec.source.helm.values[0]",
                        "spec.source.helm.values[1]",
                        "spec.source.repoURL");
        assertThat(report.at("/items/0/object/spec/replicas").asText()).isEqualTo("(hidden, 1 byte)");
    }

    @Test
    @DisplayName("of which only fields are written shows these fields")
    void merged() throws IOException {
        String merge = APPLICATION.replace("    name: front\n", "    name: front\n    creationPolicy: Merge\n");
        Console console = run.template(merge, "--values=user=adalovelace", "--reveal=force");
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("    repoURL: \"https://adalovelace@git\"\n");
    }

    @Test
    @DisplayName("refuses what the operator would refuse, exit 2, and says which template fails, exit 3")
    void wrong() throws IOException {
        Console refused =
                run.template(APPLICATION.replace("target: spec.replicas", "target: status.x"), "--values=user=x");
        assertThat(refused.err())
                .contains("spec.target.template.templateFrom[1].target \"status.x\" is not for templates");
        assertThat(refused.code()).isEqualTo(2);
        Console failed = run.template(APPLICATION, "--values=usr=x");
        assertThat(failed.err()).contains("map has no entry for key \"user\"", "did you mean usr?");
        assertThat(failed.code()).isEqualTo(3);
    }

    @Test
    @DisplayName("never prints a value that it was not told to reveal")
    void leaks() throws IOException {
        try (CanaryLeak canary = CanaryLeak.open()) {
            int number = 0;
            for (String text : List.of(
                    APPLICATION,
                    CONFIG_MAP,
                    APPLICATION.replace("repoURL:", "\"{{ .user }}\":"),
                    APPLICATION.replace("repoURL: https://", "[{{ .user }}"),
                    APPLICATION.replace("who: \"{{ .user }}\"", "who: \"{{ .user }}!\""))) {
                for (String format : List.of("text", "json", "yaml")) {
                    Console console = run.template(text, "--values=user=" + canary.value(), "-o", format);
                    canary.look("run " + number++, console.all());
                }
            }
            canary.assertNowhere();
            assertThat(run.template(CONFIG_MAP, "--values=user=" + canary.value(), "--reveal=force")
                            .out())
                    .contains(canary.value());
        }
    }
}
