package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests in YAML or JSON, several documents in one text, strictly: a kind or field that is not known is a
 * problem, not something to skip. Thread-safe.
 */
public final class ManifestReader {
    /** The largest text that is read, in characters. */
    public static final int MAX_SIZE = 8 * 1024 * 1024;

    /** The most problems that are told of one text. */
    static final int MOST_PROBLEMS = 100;

    /**
     * What a text holds.
     *
     * @param manifests the objects without problems, in order
     * @param problems what is wrong with the others
     */
    public record Result(List<Manifest> manifests, List<ManifestProblem> problems) {}

    private final String namespace;

    private ManifestReader(String namespace) {
        this.namespace = namespace;
    }

    /** Returns a reader that puts objects which name no namespace into {@code namespace}. */
    public static ManifestReader into(String namespace) {
        return new ManifestReader(namespace);
    }

    /**
     * Reads all documents.
     *
     * @param file what problems are to name as the file
     */
    public Result read(String file, String text) {
        List<ManifestProblem> problems = new ArrayList<>();
        List<Manifest> manifests = new ArrayList<>();
        if (text.length() > MAX_SIZE) {
            problems.add(new ManifestProblem(
                    file, 1, 1, "", "the file has more than " + MAX_SIZE + " characters", "split it"));
            return new Result(List.of(), List.copyOf(problems));
        }
        List<ManifestDocument> documents = text.stripLeading().startsWith("{")
                ? JsonDocuments.read(file, text, problems)
                : YamlDocuments.read(file, text, problems);
        for (ManifestDocument document : documents) {
            if (!document.tree().isNull() && problems.size() < MOST_PROBLEMS) {
                object(file, document, document.tree(), "", manifests, problems);
            }
        }
        if (problems.size() >= MOST_PROBLEMS) {
            problems.add(new ManifestProblem(
                    file, 1, 1, "", "there may be more problems than these", "correct these first"));
        }
        return new Result(List.copyOf(manifests), List.copyOf(problems));
    }

    private void object(
            String file,
            ManifestDocument document,
            JsonNode node,
            String at,
            List<Manifest> manifests,
            List<ManifestProblem> problems) {
        String apiVersion = node.path("apiVersion").asText("");
        String kind = node.path("kind").asText("");
        if (apiVersion.equals("v1") && kind.equals("List") && node.path("items").isArray()) {
            for (int i = 0; i < node.path("items").size() && problems.size() < MOST_PROBLEMS; i++) {
                String item = Lines.item(Lines.member(at, "items"), i);
                object(file, document, node.path("items").get(i), item, manifests, problems);
            }
            return;
        }
        KnownKinds.@Nullable Known known = KnownKinds.find(apiVersion, kind);
        if (!(node instanceof ObjectNode tree) || known == null) {
            problems.add(unknown(file, document, at, node, apiVersion, kind));
            return;
        }
        List<ManifestProblem> own = FieldCheck.of(file, document, tree, at, known.shape());
        ObjectNode metadata = Trees.child(tree, "metadata");
        if (own.isEmpty() && Trees.text(metadata, "name").isEmpty()) {
            String field = Lines.member(at, "metadata") + ".name";
            own.add(new ManifestProblem(
                    file, document.number(), Lines.nearest(document.lines(), field), field, "it is missing", "add it"));
        }
        if (!own.isEmpty()) {
            problems.addAll(own);
            return;
        }
        ObjectNode object = tree.deepCopy();
        object.put("apiVersion", known.type().apiVersion());
        if (known.type().namespaced() && Trees.text(metadata, "namespace").isEmpty()) {
            Trees.child(object, "metadata").put("namespace", namespace);
        }
        manifests.add(new Manifest(file, document.number(), known.type(), object, under(document.lines(), at)));
    }

    /** The lines of an item of a List, by paths within the item. */
    private static Map<String, Integer> under(Map<String, Integer> lines, String at) {
        if (at.isEmpty()) {
            return lines;
        }
        Map<String, Integer> inner = new HashMap<>();
        lines.forEach((path, line) -> {
            if (path.startsWith(at)) {
                String rest = path.substring(at.length());
                inner.put(rest.startsWith(".") ? rest.substring(1) : rest, line);
            }
        });
        return inner;
    }

    private static ManifestProblem unknown(
            String file, ManifestDocument document, String at, JsonNode node, String apiVersion, String kind) {
        String field = Lines.member(at, "kind");
        if (!node.isObject()) {
            return problem(file, document, at, "this is no object", "write apiVersion, kind and metadata");
        } else if (kind.isEmpty()) {
            return problem(file, document, field, "it is missing", "say what kind of object this is");
        } else if (apiVersion.isEmpty()) {
            return problem(file, document, Lines.member(at, "apiVersion"), "it is missing", "add it");
        }
        String right = KnownKinds.apiVersion(kind);
        if (right != null) {
            return problem(
                    file,
                    document,
                    Lines.member(at, "apiVersion"),
                    kind + " does not belong to " + apiVersion,
                    "write " + right);
        }
        String nearest = Nearest.of(kind, KnownKinds.names());
        return problem(
                file,
                document,
                field,
                "the kind " + kind + " of " + apiVersion + " is not known here",
                nearest.isEmpty()
                        ? "remove the document; known are " + String.join(", ", KnownKinds.names())
                        : "did you mean " + nearest + "?");
    }

    private static ManifestProblem problem(
            String file, ManifestDocument document, String field, String cause, String fix) {
        return new ManifestProblem(file, document.number(), Lines.nearest(document.lines(), field), field, cause, fix);
    }
}
