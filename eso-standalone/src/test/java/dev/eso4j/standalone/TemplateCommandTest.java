package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.testkit.CanaryLeak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("eso template")
class TemplateCommandTest {
    private static final String EXTERNAL_SECRET = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: app, namespace: shop}
            spec:
              secretStoreRef: {name: store}
              target:
                name: settings
                template:
                  type: Opaque
                  metadata:
                    labels: {team: a}
                    annotations: {who: "{{ .user }}"}
                  data:
                    url: "https://{{ .user }}:{{ .password | b64enc }}@shop"
                    config.ini: |
                      [db]
                      user = {{ .user }}
              data:
                - {secretKey: user, remoteRef: {key: db, property: user}}
            """;

    @TempDir
    private Path dir;

    private String file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text).toString();
    }

    private Console template(String text, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("template", file("app.yaml", text)));
        all.addAll(List.of(args));
        return Console.run(all.toArray(new String[0]));
    }

    @Test
    @DisplayName("shows the Secret that an ExternalSecret would make, as a manifest, once values are to be revealed")
    void revealed() throws IOException {
        Console console =
                template(EXTERNAL_SECRET, "--values", "user=ada", "--values", "password=s3cret", "--reveal=force");
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(console.out()).isEqualTo("""
                apiVersion: "v1"
                kind: "Secret"
                metadata:
                  name: "settings"
                  namespace: "shop"
                  labels:
                    team: "a"
                  annotations:
                    who: "ada"
                type: "Opaque"
                stringData:
                  "config.ini": |
                    [db]
                    user = ada
                  url: "https://ada:czNjcmV0@shop"
                """);
    }

    @Test
    @DisplayName("shows names and sizes only, unless it is told to reveal values")
    void hidden() throws IOException {
        Console console = template(EXTERNAL_SECRET, "--values", "user=adalovelace", "--values=password=s3cret");
        assertThat(console.code()).isZero();
        assertThat(console.out())
                .startsWith("# Values are hidden; --reveal shows them.\n")
                .contains("team: \"a\"", "who: \"(hidden, 11 bytes)\"", "url: \"(hidden, 33 bytes)\"")
                .doesNotContain("adalovelace")
                .doesNotContain("s3cret");
    }

    @Test
    @DisplayName(
            "does not reveal into a pipe or a Git work tree unless forced, and asks to say so for a file; exit 5, 2")
    void refused() throws IOException {
        Console piped = template(EXTERNAL_SECRET, "--reveal");
        assertThat(piped.code()).isEqualTo(5);
        assertThat(piped.out()).isEmpty();
        assertThat(piped.err()).contains("on a terminal only", "--reveal=force");

        String out = dir.resolve("tree/out.yaml").toString();
        Files.createDirectories(dir.resolve("tree/.git"));
        Console tree = template(EXTERNAL_SECRET, "--reveal", "--output", out);
        assertThat(tree.code()).isEqualTo(5);
        assertThat(tree.err()).contains("Git work tree");
        assertThat(template(EXTERNAL_SECRET, "--output", out).err()).contains("say so by --reveal");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    @DisplayName("writes a file that only its owner can read")
    void output() throws IOException {
        Path out = dir.resolve("out.yaml");
        Console console =
                template(EXTERNAL_SECRET, "--values=user=ada", "--values=password=x", "--reveal", "--output=" + out);
        assertThat(console.all()).isEmpty();
        assertThat(out).content().contains("user = ada");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("takes values from arguments, files of every form, the environment and Secrets; the last one wins")
    void values() throws IOException {
        String yaml = file("v.yaml", "a: 0755\nb: yes\nc: |\n  two\n  lines\n");
        String json = file("v.json", "{\"d\":{\"n\":12345678901234567890},\"e\":\"x\"}");
        String env = file("v.env", "# comment\nexport f='it'\\''s'\ng=\"q\\\"\"\nh=plain \"text\"\n");
        String secret = file("s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {i: aQ==}\n");
        String base64 = file("b.yaml", "j: ag==\n");
        String raw = file("raw", "k\n");
        Console console = Console.run(
                "template",
                file("t.txt", "{{ range $k, $v := . }}{{ $k }}={{ $v }};{{ end }}"),
                "--values=a=old",
                "--values=" + yaml,
                "--values=" + json,
                "--values=" + env,
                "--values=k=@" + raw,
                "--values=l=@@at",
                "--values=m=a=b",
                "--values-from-env=n=PATH",
                "--from-secret=" + secret,
                "--source-secret-data-file=" + base64,
                "--reveal=force");
        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .isEqualTo("a=0755;b=yes;c=two\nlines\n;d={\"n\":12345678901234567890};e=x;f=it's;g=q\";"
                        + "h=plain \"text\";i=i;j=j;k=k\n;l=@at;m=a=b;n=" + System.getenv("PATH") + ";");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1, 2] | the value of the key a is a mapping or a list",
                "a: 'x | :1: this is not YAML",
                "{\"a\":1,,} | :1: this is not JSON",
                "just a text | is no mapping of keys to values",
                "a='x | :1: a quote is not closed"
            })
    @DisplayName("says where a file of values is wrong, without quoting it; exit 2")
    void wrongValues(String text, String message) throws IOException {
        Console console = template(EXTERNAL_SECRET, "--values", file("values", text));
        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err()).contains(message).doesNotContain("just a text");
    }

    @Test
    @DisplayName("takes templates from ConfigMaps and Secrets: beside the manifest, of another file, or of any name")
    void templateFrom() throws IOException {
        String es = EXTERNAL_SECRET
                .replace("                  type: Opaque\n", "")
                .replace(
                        "      type: Opaque\n",
                        "      templateFrom: [{configMap: {name: texts, items: [{key: greeting}]}}]\n");
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s, namespace: shop}\n"
                + "data: {greeting: 'Hello {{ .user }}'}\n";
        String[] values = {"--values=user=ada", "--values=password=x", "--reveal=force"};
        List<String> args = new ArrayList<>(List.of(values));

        Console missing = template(es, values);
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("templateFrom names ConfigMap shop/texts", "--template-from FILE");

        assertThat(template(es + "---\n" + map.formatted("texts"), values).out())
                .contains("greeting: \"Hello ada\"");
        args.set(0, "--template-from=" + file("map.yaml", map.formatted("texts")));
        args.add("--values=user=ada");
        assertThat(template(es, args.toArray(new String[0])).out()).contains("greeting: \"Hello ada\"");
        args.set(0, "--template-from-config-map=" + file("map.yaml", map.formatted("another")));
        assertThat(template(es, args.toArray(new String[0])).out()).contains("greeting: \"Hello ada\"");
    }

    @Test
    @DisplayName("renders a PushSecret's template over the source's keys, with esoctl's flags as well")
    void pushSecret() throws IOException {
        String push = file("push.yaml", """
                apiVersion: external-secrets.io/v1alpha1
                kind: PushSecret
                metadata: {name: p, namespace: shop}
                spec:
                  secretStoreRefs: [{name: store}]
                  selector: {secret: {name: source}}
                  template: {data: {joined: "{{ .a }}-{{ .b }}"}}
                """);
        String data = file("data.yaml", "a: eA==\nb: eQ==\n");
        Console console = Console.run(
                "template", "--source-templated-object", push, "--source-secret-data-file", data, "--reveal=force");
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).endsWith("stringData:\n  a: \"x\"\n  b: \"y\"\n  joined: \"x-y\"\n");

        Console failed = Console.run("template", push, "--values=a=x");
        assertThat(failed.err()).contains("spec.template.data[joined]", "map has no entry for key \"b\"");
    }

    @Test
    @DisplayName("prints bytes that are no text as base64")
    void binary() throws IOException {
        Path raw = Files.write(dir.resolve("raw"), new byte[] {0, (byte) 0xff});
        Console console = template(
                EXTERNAL_SECRET.replace("config.ini: |", "raw: '{{ .raw }}'\n        config.ini: |"),
                "--values=user=ada",
                "--values=password=x",
                "--values=raw=@" + raw,
                "--reveal=force");
        assertThat(console.out()).contains("data:\n  raw: \"AP8=\"\nstringData:\n");
    }

    @Test
    @DisplayName("shows the failing line with a caret, names the key that was likely meant, and says where; exit 3")
    void misspeltKey() throws IOException {
        Console console = template(
                EXTERNAL_SECRET.replace("user = {{ .user }}", "user = {{ .usre }}"),
                "--values=user=ada",
                "--values=password=x");
        assertThat(console.code()).isEqualTo(3);
        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .isEqualTo(
                        "Error: ExternalSecret shop/app: spec.target.template.data[config.ini]: unable to execute template"
                                + " at key config.ini: template: config.ini:2:10: executing \"config.ini\" at <.usre>: map has"
                                + " no entry for key \"usre\"; did you mean user?\n"
                                + "  at " + dir.resolve("app.yaml")
                                + ":15: line 2 of spec.target.template.data[config.ini]\n"
                                + "    2 | user = {{ .usre }}\n"
                                + "      |           ^\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ .user | uper }} ; did you mean upper?",
                "{{ .user | base64encode }} ; use b64enc",
                "{{ env \"HOME\" }} ; nothing of the operator's surroundings",
                "{{ .the-user }} ; a key with a '-' in it is read by index . \"the-key\"",
                "{{ if .user }}a ; has no end",
                "{{ .zzzzzzzz }} ; the keys are password, user",
                "{{ .user | fromJson | first }} ; error calling first"
            })
    @DisplayName("says what to write instead")
    void hints(String text, String hint) throws IOException {
        Console console = Console.run("template", file("t.txt", text), "--values=user=ada", "--values=password=x");
        assertThat(console.code()).isIn(2, 3);
        assertThat(console.err()).startsWith("Error: template: ").contains(hint, "t.txt:1\n    1 | {{ ");
    }

    @Test
    @DisplayName("puts the caret right behind tabs, wide and combining characters, and shortens long lines")
    void caret() throws IOException {
        assertThat(Console.run("template", file("t.txt", "a\n\t{{ \"日本e\u0301\u001b\" }}{{ .x }}\n"), "--values=y=1")
                        .err())
                .contains("    2 | \t{{ \"日本e\u0301\ufffd\" }}{{ .x }}\n      | \t                 ^\n");
        assertThat(Console.run(
                                "template",
                                file("t.txt", "x".repeat(500) + "{{ .x }}" + "y".repeat(500)),
                                "--values=y=1")
                        .err())
                .contains("| ..." + "x".repeat(57) + "{{ .x }}" + "y".repeat(45) + "...\n      | " + " ".repeat(63)
                        + "^\n");
    }

    @Test
    @DisplayName("shows the end of the last line for what is missing at the end")
    void end() throws IOException {
        assertThat(Console.run("template", file("t.txt", "a\n{{ if .x }}\n"), "--values=x=1")
                        .err())
                .endsWith("    2 | {{ if .x }}\n      |            ^\n");
    }

    @Test
    @DisplayName("says so when there are no values at all")
    void noValues() throws IOException {
        assertThat(template(EXTERNAL_SECRET).err()).contains("no values were given: use --values KEY=VALUE");
    }

    @Test
    @DisplayName("gives a report for machines, of a result and of a failure")
    void report() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode good =
                mapper.readTree(template(EXTERNAL_SECRET, "--values=user=ada", "--values=password=x", "-o", "json")
                        .out());
        assertThat(good.path("kind").asText()).isEqualTo("Report");
        assertThat(good.at("/summary/valid").asInt()).isEqualTo(1);
        assertThat(good.at("/items/0/entries/1/secretKey").asText()).isEqualTo("url");
        assertThat(good.at("/items/0/entries/1/hash").asText()).matches("[0-9a-f]{12}");
        assertThat(good.at("/items/0/object/data/url").asText()).startsWith("(hidden");

        Console failed = template(EXTERNAL_SECRET, "--values=user=ada", "-o=json");
        assertThat(failed.code()).isEqualTo(3);
        JsonNode bad = mapper.readTree(failed.out());
        assertThat(bad.at("/summary/invalid").asInt()).isEqualTo(1);
        assertThat(bad.at("/items/0/failure/field").asText()).isEqualTo("spec.target.template.data[url]");
        assertThat(bad.at("/items/0/failure/line").asInt()).isEqualTo(1);
        assertThat(template(EXTERNAL_SECRET, "--values=user=ada", "-o=yaml").out())
                .contains("- kind: \"ExternalSecret\"");
    }

    @Test
    @DisplayName("knows other delimiters, also in a text that looks like a manifest")
    void delimiters() throws IOException {
        assertThat(template(
                                EXTERNAL_SECRET.replace("{{", "[[").replace("}}", "]]"),
                                "--text",
                                "--template-left-delimiter=[[",
                                "--template-right-delimiter=]]",
                                "--values=user=ada",
                                "--values=password=x",
                                "--reveal=force")
                        .out())
                .contains("user = ada");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | eso template needs a file",
                "none.yaml | none.yaml cannot be read (NoSuchFileException)",
                "FILE other | unexpected argument: other",
                "FILE -o xml | --format=xml does not exist",
                "FILE --name other | has no ExternalSecret and no PushSecret of the name other",
                "FILE --values-from-env=NO_SUCH_VARIABLE | there is no environment variable NO_SUCH_VARIABLE",
                "FILE --template-from FILE | has no ConfigMap and no Secret",
                "FILE --from-secret=a/b/c | is no file, and no [NAMESPACE/]NAME",
                "FILE --valeus=a=b | did you mean --values?"
            })
    @DisplayName("refuses a wrong command line with what is right; exit 2")
    void usage(String args, String message) throws IOException {
        String file = file("app.yaml", EXTERNAL_SECRET);
        List<String> all = new ArrayList<>(List.of("template"));
        for (String arg : args.isEmpty() ? new String[0] : args.split(" ")) {
            all.add(arg.equals("FILE") ? file : arg);
        }
        Console console = Console.run(all.toArray(new String[0]));
        assertThat(console.err()).startsWith("Error: ").contains(message);
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    @DisplayName("never prints a value that it was not told to reveal: in results, failures, warnings, reports or logs")
    void leaks() throws IOException {
        try (CanaryLeak canary = CanaryLeak.open()) {
            String value = canary.value();
            Path values = dir.resolve("values.env");
            Files.writeString(values, "user='" + value + "'\nkey='" + value + "'\n");
            String secretTemplate =
                    "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData: {t: '" + value
                            + " {{ .nothing }}'}\n";
            List<String> texts = List.of(
                    EXTERNAL_SECRET,
                    EXTERNAL_SECRET.replace(".password", ".user"),
                    EXTERNAL_SECRET.replace(".password", "fail .user"),
                    EXTERNAL_SECRET.replace(".password | b64enc", ".user | b64dec"),
                    EXTERNAL_SECRET.replace(".password | b64enc", ".user | fromJson"),
                    EXTERNAL_SECRET.replace(".password | b64enc", "range .user }}{{ end"),
                    EXTERNAL_SECRET.replace(".password | b64enc", "\"" + value + "\" | nofunction"),
                    EXTERNAL_SECRET.replace("type: Opaque", "templateFrom: [{literal: '{{ .user }}: {{ .key }}'}]"),
                    EXTERNAL_SECRET.replace("type: Opaque", "templateFrom: [{literal: '{{ .user }}/: {{ .key }}'}]"),
                    EXTERNAL_SECRET.replace("type: Opaque", "templateFrom: [{literal: '[{{ .user }}'}]"),
                    EXTERNAL_SECRET.replace("type: Opaque", "templateFrom: [{secret: {name: s, items: [{key: t}]}}]")
                            + "---\n" + secretTemplate,
                    EXTERNAL_SECRET.replace("team: a", "team: '{{ .user }}!'"),
                    "{{ .user }}",
                    "{{ .user.x }}");
            int number = 0;
            for (String text : texts) {
                for (String format : List.of("text", "json", "yaml")) {
                    Console console = template(text, "--values=" + values, "-o", format);
                    canary.look("run " + number++, console.all());
                }
            }
            for (String broken :
                    List.of("a: '" + value, "{\"a\": \"" + value, "a: {b: " + value + "}", "x='" + value)) {
                canary.look(
                        "broken",
                        template(EXTERNAL_SECRET, "--values", file("broken", broken))
                                .all());
            }
            canary.assertNowhere();
            // What is looked for is really there, once it is asked for.
            assertThat(template(texts.get(0), "--values=" + values, "--values=password=x", "--reveal=force")
                            .out())
                    .contains(value);
        }
    }
}
