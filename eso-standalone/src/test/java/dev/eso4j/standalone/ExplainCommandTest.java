package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("eso explain")
class ExplainCommandTest {
    @Test
    @DisplayName("tells of a kind its group, versions, scope, names and parts")
    void kind() {
        Console console = Console.run("explain", "externalsecret");

        assertThat(console.code()).isZero();
        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .startsWith("""
                        KIND:     ExternalSecret
                        VERSION:  external-secrets.io/v1, external-secrets.io/v1beta1 (deprecated)
                        SCOPE:    namespace
                        NAMES:    externalsecrets, externalsecret, es

                        DESCRIPTION:
                          Which secrets an application needs""")
                .containsPattern("\n  metadata +<object> Name, namespace")
                .containsPattern("\n  spec +<object> What to fetch, how often, and what to make of it\\.\n");
    }

    @Test
    @DisplayName("tells of a field its type, default, limits, description, rules and fields")
    void field() {
        assertThat(Console.run("explain", "externalsecret.spec.target").out())
                .contains(
                        "FIELD:    spec.target <object, default {\"creationPolicy\":\"Owner\",\"deletionPolicy\":\"Retain\"}>")
                .contains("\nDESCRIPTION:\n  What is written, and what happens to it.")
                .contains("\nRULES:\n  - deletionPolicy Delete is only for a target that the ExternalSecret owns: ")
                .containsPattern("\n  creationPolicy +<string, default Owner> Whose the object is\\.\n")
                .satisfies(text -> assertThat(text.lines().filter(line -> !line.contains(" <")))
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100)));
        assertThat(Console.run("explain", "es.spec.data.secretKey").out())
                .contains("FIELD:    spec.data.secretKey <string, required>")
                .contains("\nALLOWED:\n  1 to 253 characters\n  matches ^[-._a-zA-Z0-9]+$\n")
                .doesNotContain("FIELDS:", "RULES:");
        assertThat(Console.run("explain", "es.spec.syncWindows.windows.schedule")
                        .out())
                .contains("|@every [^\\s]+.*|[^\\s]+( [^\\s]+){4})$\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "externalsecrets.spec.data.remoteRef",
                "es.spec.data.remoteRef",
                "ES.spec.data.remoteref",
                "externalsecrets.external-secrets.io.spec.data.remoteRef",
                "externalsecret.spec.data[0].remoteRef",
                "ExternalSecret.spec.data[].remoteRef."
            })
    @DisplayName("takes every name of the kind in any case, and passes over lists with and without an index")
    void names(String text) {
        assertThat(Console.run("explain", text))
                .isEqualTo(Console.run("explain", "ExternalSecret.spec.data.remoteRef"))
                .satisfies(console -> assertThat(console.code()).isZero());
    }

    @Test
    @DisplayName("passes over the keys of maps, and goes down to the last field of a provider")
    void deep() {
        assertThat(Console.run("explain", "secretstore.spec.provider.vault.auth.kubernetes.serviceAccountRef.audiences")
                        .out())
                .contains("<list of string>");
        assertThat(Console.run("explain", "es.spec.target.template.data[a.b/c]").out())
                .contains("FIELD:    spec.target.template.data <map of string>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "externlsecret | there is no kind externlsecret; did you mean ExternalSecret?",
                "passwrds.spec | there is no kind passwrds; did you mean Password?",
                "quite-another | there is no kind quite-another; there are ACRAccessToken, ",
                "es.spec.datta | there is no field datta in spec of ExternalSecret; did you mean data?",
                "es.spek | there is no field spek in ExternalSecret; did you mean spec?",
                "es.spec.refreshPolicy.x | there is no field x in spec.refreshPolicy of ExternalSecret, which has no fields",
                "css.spec.provider.valt | did you mean vault?",
                "uuid.metadata.name | kubectl explain uuid.metadata",
                "es --recursively | unknown flag: --recursively; did you mean --recursive?",
                "es ss | unexpected argument: ss",
                "es --output=yaml | use text or json"
            })
    @DisplayName("names what is near when there is no such kind, field or flag, and ends with 2")
    void mistakes(String args, String message) {
        String[] words = ("explain " + args.strip()).split(" ");
        Console console = Console.run(words);
        assertThat(console.code()).isEqualTo(ExitCode.USAGE);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).startsWith("Error: ").contains(message.strip());
    }

    @Test
    @DisplayName("prints the tree below a field, or the schema as JSON")
    void forms() {
        assertThat(Console.run("explain", "--recursive", "ss.spec.retrySettings")
                        .out())
                .endsWith("""
                        FIELDS:
                          maxRetries  <integer (int32)>
                          retryInterval  <string>
                        """);
        assertThat(Console.run("explain", "es.spec.target", "--recursive").out())
                .contains("\n  template  <object>\n    type  <string>\n");
        assertThat(Console.run("explain", "ss.spec.retrySettings", "--output=json")
                        .out())
                .startsWith("{")
                .contains("\"properties\"");
    }

    @Test
    @DisplayName("lists the kinds when none is named")
    void kinds() {
        Console console = Console.run("explain");
        assertThat(console.code()).isZero();
        assertThat(console.out())
                .contains("ClusterSecretStore")
                .contains("clustersecretstores, clustersecretstore, css");
        assertThat(Kinds.all())
                .allSatisfy(
                        kind -> assertThat(console.out()).containsPattern("(?m)^" + HasMetadata.getKind(kind) + " "));
    }

    @Test
    @DisplayName("has words for every field of every kind")
    void everything() {
        int fields = 0;
        for (ExplainedKind kind : ExplainedKind.all()) {
            fields += count(ExplainedField.find(kind.crd()));
        }
        assertThat(fields).isGreaterThan(3_000);
    }

    private static int count(ExplainedField field) {
        assertThat(field.description())
                .as(field.kind().kind() + "." + field.path())
                .isNotBlank();
        assertThat(field.type()).isNotBlank();
        return 1 + field.fields().stream().mapToInt(ExplainCommandTest::count).sum();
    }

    @Test
    @DisplayName("is in the help and in the README")
    void mentioned() throws IOException {
        assertThat(Console.run("help").out()).contains("eso explain [KIND[.path]]");
        assertThat(Console.run("explain", "--help").out()).contains("--recursive");
        assertThat(Files.readString(Path.of("../README.md"))).contains("eso explain");
    }

    @Test
    @DisplayName("costs the operator nothing: none of its classes is loaded by a start and a sync")
    void notLoaded() throws Exception {
        try (Recording classes = new Recording()) {
            Method run = classes.loadClass(Main.class.getName())
                    .getDeclaredMethod("run", List.class, PrintStream.class, PrintStream.class);
            run.setAccessible(true);
            assertThat(run.invoke(null, List.of(TrainingCommand.NAME), System.out, System.err))
                    .isEqualTo(ExitCode.DONE);
            assertThat(classes.loaded)
                    .contains(OperatorCommand.class.getName())
                    .noneMatch(name -> name.contains("Explain") || name.endsWith(".SchemaWords"));
        }
    }

    /** Loads what is on the class path once more, and remembers what that was. */
    private static final class Recording extends URLClassLoader {
        private final Set<String> loaded = ConcurrentHashMap.newKeySet();
        private final ClassLoader before = Thread.currentThread().getContextClassLoader();

        private Recording() throws IOException {
            super(urls(), ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(this);
        }

        private static URL[] urls() throws IOException {
            List<String> entries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
            URL[] urls = new URL[entries.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = Path.of(entries.get(i)).toUri().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            loaded.add(name);
            return found;
        }

        @Override
        public void close() throws IOException {
            Thread.currentThread().setContextClassLoader(before);
            super.close();
        }
    }
}
