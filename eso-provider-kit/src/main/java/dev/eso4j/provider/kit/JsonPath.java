package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path into JSON source text, in the syntax that {@code remoteRef.property} has.
 *
 * <p>Components are separated by dots and name members of objects or, by their number, elements of arrays; {@code #} is
 * the number of elements or stands for each of them, {@code #(name=="v")} selects by a condition, {@code *} and
 * {@code ?} are wildcards, a backslash takes the next character literally, {@code |} goes on with the whole result, and
 * {@code @name} applies a modifier.
 *
 * <p>The document is not validated: in what is not JSON a path finds nothing, or something odd, and never fails. What it
 * finds is a slice of the source, so numbers, order and blanks are those of the document. Immutable and thread-safe.
 */
public final class JsonPath {
    private final JsonText path;

    private JsonPath(JsonText path) {
        this.path = path;
    }

    /** Returns the path that {@code path} describes; every text is a path. */
    public static JsonPath of(String path) {
        return new JsonPath(JsonText.of(path));
    }

    /** Returns the path to the member whose name is {@code name} with its dots. */
    public static JsonPath ofDotted(String name) {
        return of(name.replace(".", "\\."));
    }

    /**
     * Returns the first value that the path leads to in {@code document}.
     *
     * @throws dev.eso4j.api.spi.InvalidRequestException if the path asks for more work, or goes deeper, than is allowed
     */
    public Optional<JsonValue> find(SecretValue document) {
        return Optional.ofNullable(find(JsonText.of(document.bytes())));
    }

    @Nullable
    JsonValue find(JsonText document) {
        return PathEvaluator.get(document, path, new PathBudget());
    }

    /** Returns the path as text. */
    @Override
    public String toString() {
        return path.utf8();
    }
}
