package dev.eso4j.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The classes of the providers")
class ProviderClassesTest {
    @Test
    @DisplayName("are loaded for the provider that a store uses, and for no other")
    void loaded() throws ReflectiveOperationException {
        Model model = new Model();
        Object store = model.read(
                SecretStoreSpec.class, Map.of("provider", Map.of("vault", Map.of("server", "https://vault:8200"))));
        Set<String> before = model.providers();

        model.type("vault");

        assertThat(store.toString()).contains("vault");
        assertThat(before).isEmpty();
        assertThat(model.providers()).containsExactly("vault");
    }

    /** The model once more, loaded class by class, with the names of the classes that were needed. */
    private static final class Model extends ClassLoader {
        private final Set<String> loaded = new TreeSet<>();

        private Model() {
            super(Model.class.getClassLoader());
        }

        private Object read(Class<?> type, Map<String, Object> tree) throws ReflectiveOperationException {
            return loadClass(ModelJson.class.getName())
                    .getMethod("fromTree", String.class, Object.class, Class.class)
                    .invoke(null, "spec", tree, loadClass(type.getName()));
        }

        private void type(String name) throws ReflectiveOperationException {
            loadClass(ProviderTypes.class.getName())
                    .getMethod("of", String.class)
                    .invoke(null, name);
        }

        /** Returns the packages of providers of which a class was loaded, by their last names. */
        private Set<String> providers() {
            String prefix = SecretStoreSpec.class.getPackageName() + ".";
            Set<String> names = new TreeSet<>();
            for (String name : loaded) {
                if (name.startsWith(prefix) && name.indexOf('.', prefix.length()) > 0) {
                    names.add(name.substring(prefix.length(), name.indexOf('.', prefix.length())));
                }
            }
            return names;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.eso4j.api.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                loaded.add(name);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
