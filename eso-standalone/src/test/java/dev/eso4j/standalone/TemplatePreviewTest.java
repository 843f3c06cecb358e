package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.testkit.CanaryLeak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("eso template shows")
class TemplatePreviewTest {
    private static final String REWRITES = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: app, namespace: shop}
            spec:
              secretStoreRef: {name: store}
              data: [{secretKey: plain, remoteRef: {key: db}}]
              dataFrom:
                - extract: {key: a, decodingStrategy: Base64}
                  rewrite: [{regexp: {source: "^db-", target: ""}}, {transform: {template: "{{ .value | upper }}"}}]
                - find: {name: {regexp: .}, conversionStrategy: Unicode}
            """;
    private static final String PUSH = """
            apiVersion: external-secrets.io/v1alpha1
            kind: PushSecret
            metadata: {name: p, namespace: shop}
            spec:
              secretStoreRefs: [{name: vault}, {name: shared, kind: ClusterSecretStore}, {labelSelector: {matchLabels: {a: b}}}]
              selector: {secret: {name: source}}
              template: {data: {joined: "{{ .DB_USER }}@{{ .DB_HOST }}"}}
              data: [{match: {secretKey: DB_USER, remoteRef: {remoteKey: user, property: name}}}]
              dataTo:
                - {storeRef: {name: vault}, match: {regexp: ^DB_}, rewrite: [{regexp: {source: ^DB_, target: db/}}]}
                - {storeRef: {name: shared, kind: ClusterSecretStore}, remoteKey: app/all}
                - {storeRef: {labelSelector: {matchLabels: {a: b}}}}
            """;

    @TempDir
    private Path dir;

    private TemplateRun run;

    @BeforeEach
    void directory() {
        run = new TemplateRun(dir);
    }

    @Test
    @DisplayName(
            "what rewriting, decoding and converting make of what an entry of dataFrom fetches; --values win over it")
    void rewrites() throws IOException {
        String answer = run.file("answer.yaml", "db-user: YWRh\ndb-name: c2hvcA==\n");
        Console console = run.template(
                REWRITES,
                "--data-from=0=" + answer,
                "--data-from=1=" + run.file("found.yaml", "a/b: x\n"),
                "--values=plain=p",
                "--reveal=force");
        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .startsWith("# spec.dataFrom[0]:\n#   NAME\n#   USER\n# spec.dataFrom[1]:\n#   a_U002f_b\napiVersion")
                .endsWith("stringData:\n  NAME: \"shop\"\n  USER: \"ada\"\n  a_U002f_b: \"x\"\n  plain: \"p\"\n");
        JsonNode report = new ObjectMapper()
                .readTree(run.template(REWRITES, "--data-from=0=" + answer, "-o=json")
                        .out());
        assertThat(report.at("/items/0/previews").path("spec.dataFrom[0]")).hasSize(2);
    }

    @Test
    @DisplayName("why a rewrite does not work, exit 3, and which entries there are, exit 2")
    void wrongRewrites() throws IOException {
        Console collision = run.template(REWRITES, "--data-from=0=db-a=YQ==", "--data-from=0=A=YQ==");
        assertThat(collision.err())
                .startsWith("Error: ExternalSecret shop/app: spec.dataFrom[0]: ")
                .contains("both become \"A\"");
        assertThat(collision.code()).isEqualTo(3);
        Console absent = run.template(REWRITES, "--data-from=2=a=b");
        assertThat(absent.err()).contains("there is no spec.dataFrom[2]; the manifest has 2 entries, counted from 0");
        assertThat(absent.code()).isEqualTo(2);
        assertThat(run.template(REWRITES, "--data-from=a=b").err()).contains("INDEX=KEY=VALUE");
        assertThat(run.template(REWRITES, "--data-from=0=a=b", "--data-from-backend")
                        .err())
                .contains("exclude each other");
    }

    @Test
    @DisplayName("which remote objects a PushSecret would write, and what depends on stores that are not known here")
    void pushes() throws IOException {
        Console console = run.template(PUSH, "--values=DB_USER=ada", "--values=DB_HOST=h");
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).startsWith("""
                # SecretStore vault:
                #   db/HOST <- DB_HOST (spec.dataTo[0])
                #   user, property name <- DB_USER (spec.data[0])
                # ClusterSecretStore shared:
                #   app/all <- one object with DB_HOST, DB_USER, joined (spec.dataTo[1])
                #   user, property name <- DB_USER (spec.data[0])
                # SecretStores by labels:
                #   user, property name <- DB_USER (spec.data[0])
                # left out:
                #   stores that are chosen by labels are not known here: spec.dataTo[2] is left out
                # Values are hidden""");
        Console absent = run.template(
                PUSH.replace("secretKey: DB_USER", "secretKey: NONE"), "--values=DB_USER=ada", "--values=DB_HOST=h");
        assertThat(absent.err()).contains("secret key NONE does not exist; the source has DB_HOST, DB_USER, joined");
        assertThat(absent.code()).isEqualTo(3);
    }

    @Test
    @DisplayName("no value, wherever it turns up: in keys, remote keys and failures")
    void leaks() throws IOException {
        try (CanaryLeak canary = CanaryLeak.open()) {
            String value = canary.value();
            String key = run.file("keys.yaml", "db-" + value + ": " + value + "\nb: " + value + "\n");
            String sixtyFour = run.file("b.yaml", "b: YQ==\nc: " + value + "\n");
            for (String format : new String[] {"text", "json", "yaml"}) {
                canary.look(
                        "keys",
                        run.template(REWRITES, "--data-from=1=" + key, "-o=" + format)
                                .all());
                canary.look(
                        "values",
                        run.template(REWRITES, "--data-from=0=" + sixtyFour, "-o=" + format)
                                .all());
                String decoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
                String keys = REWRITES.replace(
                        "  data: [", "  target: {template: {templateFrom: [{literal: '{{ .NAME }}: x'}]}}\n  data: [");
                canary.look(
                        "decoded",
                        run.template(keys, "--data-from=0=db-name=" + decoded, "-o=" + format)
                                .all());
                canary.look(
                        "push",
                        run.template(PUSH, "--values=DB_USER=" + value, "--values=DB_HOST=h", "-o=" + format)
                                .all());
            }
            canary.assertNowhere();
        }
    }
}
