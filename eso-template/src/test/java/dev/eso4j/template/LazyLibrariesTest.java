package dev.eso4j.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A template loads a library only if it needs it")
class LazyLibrariesTest {
    @Test
    @DisplayName("no cryptography and no YAML for one that has neither, and each for one that has")
    void libraries() throws Exception {
        try (Recorder recorder = new Recorder()) {
            recorder.render("{{ .x | upper | b64enc }}{{ range untilStep 0 3 1 }}{{ toJson . }}{{ end }}");
            assertThat(recorder.libraries()).isEmpty();

            recorder.render("{{ fromYaml \"a: 1\" }}");
            assertThat(recorder.libraries()).containsExactly("org.snakeyaml");

            recorder.render("{{ filterPEM \"A\" \"\" }}{{ randBytes 3 }}");
            assertThat(recorder.libraries()).containsExactly("org.snakeyaml");

            recorder.render("{{ bcrypt .x }}");
            assertThat(recorder.libraries()).containsExactlyInAnyOrder("org.snakeyaml", "org.bouncycastle");
        }
    }

    @Test
    @DisplayName("and has no equality linked at run time, which would be a good part of a first render")
    void nothingLinked(@TempDir Path directory) throws Exception {
        assertThat(String.join("\n", OwnJvm.run(FirstRender.class, directory, "-verbose:class")))
                .contains("dev.eso4j.template.TemplateCache$Key", "V:eQ==")
                .doesNotContain("java.lang.runtime.ObjectMethods");
    }

    /** Renders in a virtual machine of its own. */
    static final class FirstRender {
        private FirstRender() {}

        public static void main(String[] arguments) {
            byte[] text = TemplateEngine.standard()
                    .render(
                            "{{ .x | upper }}:{{ printf \"%s\" .y | b64enc }}",
                            Map.of("x", new byte[] {'v'}, "y", new byte[] {'y'}));
            System.out.println(new String(text, StandardCharsets.UTF_8));
        }
    }

    /** Loads every class anew, and knows of which library. */
    private static final class Recorder extends URLClassLoader {
        private final Set<String> found = ConcurrentHashMap.newKeySet();

        Recorder() throws Exception {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                URI uri = new File(entry).toURI();
                urls.add(uri.toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            for (String library : List.of("org.bouncycastle", "org.snakeyaml")) {
                if (name.startsWith(library + ".")) {
                    found.add(library);
                }
            }
            return super.findClass(name);
        }

        void render(String text) throws Exception {
            Class<?> engineClass = loadClass(TemplateEngine.class.getName());
            Object engine = engineClass.getMethod("standard").invoke(null);
            Object template =
                    engineClass.getMethod("parse", String.class, String.class).invoke(engine, "t", text);
            template.getClass().getMethod("execute", Object.class).invoke(template, Map.of("x", "y"));
        }

        Set<String> libraries() {
            return found;
        }
    }
}
