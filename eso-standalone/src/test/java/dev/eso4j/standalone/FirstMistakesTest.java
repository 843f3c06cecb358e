package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a first user does wrong")
class FirstMistakesTest {
    private static final String CANARY = "canary-7f3a";
    private static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: store, namespace: shop}
            spec:
              provider:
                fake:
                  data:
                    - {key: db, value: '{"user":"svc","password":"canary-7f3a"}'}
                    - {key: text, value: canary-7f3a}
                    - {key: odd, value: '{"a/b":"canary-7f3a"}'}
            """;
    private static final String GOOD = entries("- {secretKey: user, remoteRef: {key: db, property: user}}");

    @TempDir
    private Path dir;

    private static String entries(String... entries) {
        StringBuilder text = new StringBuilder("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: app, namespace: shop}
                spec:
                  secretStoreRef: {name: store}
                  data:
                """);
        for (String entry : entries) {
            text.append("    ").append(entry).append('\n');
        }
        return text.toString();
    }

    private static Arguments mistake(String what, String store, String externalSecret, String... expected) {
        return Arguments.of(what, store, externalSecret, List.of(expected));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "an unknown provider",
                        STORE.replace("fake:", "fkae:"),
                        GOOD,
                        "fkae",
                        "not built into this distribution",
                        "fake"),
                mistake(
                        "two providers in one store",
                        STORE.replace("    fake:", "    kubernetes: {}\n    fake:"),
                        GOOD,
                        "spec.provider",
                        "exactly one"),
                mistake(
                        "a store that does not exist",
                        STORE.replace("name: store,", "name: other,"),
                        GOOD,
                        "could not get SecretStore \"store\" in namespace \"shop\"",
                        "create it"),
                mistake(
                        "a store that is not ready",
                        STORE.replace("    fake:", "    fake:\n      validationResult: 2"),
                        GOOD,
                        "SecretStore \"store\" is not ready"),
                mistake(
                        "a remote key that does not exist",
                        STORE,
                        entries("- {secretKey: user, remoteRef: {key: nowhere}}"),
                        "spec.data[0] (key: nowhere)"),
                mistake(
                        "a property that does not exist",
                        STORE,
                        entries("- {secretKey: user, remoteRef: {key: db, property: usr}}"),
                        "spec.data[0] (key: db)",
                        "usr"),
                mistake(
                        "a property of a value that is not JSON",
                        STORE,
                        entries("- {secretKey: user, remoteRef: {key: text, property: user}}"),
                        "spec.data[0] (key: text)",
                        "property"),
                mistake(
                        "a key that no Secret may have",
                        STORE,
                        entries("- {secretKey: user, remoteRef: {key: db, property: user}}")
                                + "  dataFrom: [{extract: {key: odd}, rewrite: [{regexp: {source: a, target: '/'}}]}]\n",
                        "spec.dataFrom[0].extract (key: odd)",
                        "invalid character",
                        "rewrite"),
                mistake(
                        "two entries for one key",
                        STORE,
                        entries(
                                "- {secretKey: user, remoteRef: {key: db, property: user}}",
                                "- {secretKey: user, remoteRef: {key: text}}"),
                        "user",
                        "given twice; keep one entry"),
                mistake(
                        "an unknown field",
                        STORE,
                        GOOD.replace("secretStoreRef", "secretStorRef"),
                        "secretStorRef",
                        "secretStoreRef"),
                mistake(
                        "an unknown kind",
                        STORE,
                        GOOD.replace("kind: ExternalSecret", "kind: ExternalSecrte"),
                        "ExternalSecrte",
                        "ExternalSecret"),
                mistake("YAML that cannot be parsed", STORE, GOOD + "  data: [unclosed\n", "app.yaml"),
                mistake(
                        "a template that names what is not there",
                        STORE,
                        GOOD + "  target: {template: {data: {url: '{{ .usre }}'}}}\n",
                        "ExternalSecret shop/app: ",
                        "spec.target.template.data[url]: ",
                        "url:1:3: ",
                        "map has no entry for key \"usre\"; did you mean user?"),
                mistake(
                        "a template with a function that there is not",
                        STORE,
                        GOOD + "  target: {template: {data: {url: '{{ .user | base64decode }}'}}}\n",
                        "spec.target.template.data[url]: ",
                        "function \"base64decode\" not defined; use b64dec"),
                mistake(
                        "a template out of a ConfigMap that does not exist",
                        STORE,
                        GOOD + "  target: {template: {templateFrom: [{configMap: {name: txt, items: [{key: k}]}}]}}\n",
                        "there is no ConfigMap shop/txt, which spec.target.template.templateFrom names",
                        "create it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    @DisplayName("gets one message with object, field, cause and fix, and nothing is written")
    void saysWhatIsWrong(String what, String store, String externalSecret, List<String> expected) throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Path out = dir.resolve("out");
        Files.writeString(in.resolve("store.yaml"), store);
        Files.writeString(in.resolve("app.yaml"), externalSecret);
        Console console = Console.run("local", in.toString(), "--output", out.toString());
        assertThat(console.code()).as(console.all()).isIn(2, 3);
        assertThat(console.err())
                .startsWith("Error: ")
                .contains(expected)
                .doesNotContain(CANARY)
                .doesNotContain("\tat ");
        assertThat(out.resolve("shop/app")).doesNotExist();
    }

    @Test
    @DisplayName("a target that another ExternalSecret owns: the second is refused with the owner's name")
    void ownedByAnother() throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Files.writeString(in.resolve("store.yaml"), STORE);
        Files.writeString(in.resolve("a.yaml"), GOOD);
        Files.writeString(in.resolve("b.yaml"), GOOD.replace("name: app", "name: other") + "  target: {name: app}\n");
        Console console = Console.run(
                "local", in.toString(), "--output", dir.resolve("out").toString(), "--parallelism=1");
        assertThat(console.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(console.err())
                .contains("ExternalSecret shop/other: target is owned by another ExternalSecret: app")
                .contains("spec.target.name");
    }

    @Test
    @DisplayName("a store of another controller class: the ExternalSecret is left alone and said to be so")
    void otherClass() throws IOException {
        Path in = Files.createDirectory(dir.resolve("in"));
        Files.writeString(in.resolve("store.yaml"), STORE.replace("spec:\n", "spec:\n  controller: other\n"));
        Files.writeString(in.resolve("a.yaml"), GOOD);
        Console console = Console.run(
                "local", in.toString(), "--output", dir.resolve("out").toString());
        assertThat(console.out()).contains("shop/app: ignored");
    }

    @Test
    @DisplayName("an unknown flag, command or format: the nearest known one is named")
    void usage() {
        assertThat(Console.run("operator", "--concurent=3")).satisfies(c -> {
            assertThat(c.code()).isEqualTo(ExitCode.USAGE);
            assertThat(c.err()).contains("unknown flag: --concurent; did you mean --concurrent?");
        });
        assertThat(Console.run("lokal").err()).contains("did you mean local?");
        assertThat(Console.run("crds", "externalsecret").err()).contains("externalsecrets.external-secrets.io");
        assertThat(Console.run("local", ".", "--output", "x", "--format=yml").err())
                .contains("use files, env, yaml or json");
        assertThat(Console.run("local").err()).contains("eso local DIR --output OUT");
        assertThat(Console.run("local", ".").err()).contains("--output is missing");
        assertThat(Console.run("local", dir.resolve("none").toString(), "--output", "x")
                        .err())
                .contains("is no directory");
    }
}
