package dev.eso4j.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The CustomResourceDefinitions of this version, as YAML.
 *
 * <p>Nothing is read before a method is called, and nothing is kept. Thread-safe.
 */
public final class Crds {
    private static final String FOLDER = "/META-INF/eso/crds/";

    private Crds() {}

    /** Returns the names, such as {@code externalsecrets.external-secrets.io}. */
    public static List<String> names() {
        return read("index").lines().toList();
    }

    /**
     * Returns the definition with the given name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static String yaml(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("There is no CRD " + name + "; there are " + String.join(", ", names));
        }
        return read(name + ".yaml");
    }

    /** Returns all definitions in one text, ready for {@code kubectl apply --server-side -f -}. */
    public static String all() {
        return names().stream().map(Crds::yaml).collect(Collectors.joining("---\n"));
    }

    private static String read(String file) {
        try (InputStream in = Crds.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is missing from the jar of eso-api");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + file, e);
        }
    }
}
