package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML into documents that know their lines. Bounded: a document that unfolds into very many nodes through its
 * aliases, or is nested very deep, is refused before it costs memory.
 */
final class YamlDocuments {
    /** Merges are done here, where they are counted. */
    private static final CoreSchema SCHEMA = new CoreSchema() {
        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final List<ManifestDocument> documents = new ArrayList<>();
    private final List<ManifestProblem> problems;
    private int number;
    private DocumentBounds bounds = new DocumentBounds();
    private Map<String, Integer> lines = new HashMap<>();

    private YamlDocuments(String file, List<ManifestProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    static List<ManifestDocument> read(String file, String text, List<ManifestProblem> problems) {
        YamlDocuments reader = new YamlDocuments(file, problems);
        reader.read(text);
        return reader.documents;
    }

    private void read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(SCHEMA)
                .setCodePointLimit(ManifestReader.MAX_SIZE)
                .setAllowDuplicateKeys(false)
                .setUseMarks(true)
                // All at once: a window that grows is copied again and again for a text of megabytes.
                .setBufferSize(text.length() + 1024)
                .build();
        StreamReader characters = new StreamReader(settings, text);
        try {
            Iterator<Node> composed = new Composer(settings, new BoundedEvents(new ParserImpl(settings, characters)));
            while (composed.hasNext()) {
                number++;
                bounds = new DocumentBounds();
                lines = new HashMap<>();
                Node root = composed.next();
                try {
                    documents.add(new ManifestDocument(number, convert(root, "", 0), lines));
                } catch (Refused e) {
                    problems.add(e.problem);
                }
            }
        } catch (MarkedYamlEngineException e) {
            // Only the problem is told: the exception's own text quotes the line, which may hold a secret.
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            problems.add(new ManifestProblem(
                    file,
                    Math.max(1, number),
                    line,
                    "",
                    "this is not YAML: " + e.getProblem() + " at column " + column,
                    "correct the indentation or quote the text there"));
        } catch (YamlEngineException | IllegalArgumentException e) { // The latter for escapes of no character.
            problems.add(new ManifestProblem(
                    file,
                    Math.max(1, number),
                    characters.getLine() + 1,
                    "",
                    "this is not YAML: it has a character or an escape that YAML does not know",
                    "correct it, or use single quotes where a backslash stands for itself"));
        }
    }

    private JsonNode convert(Node node, String path, int depth) {
        if (bounds.exceededBy(path, depth)) {
            throw tooLarge(node, path);
        }
        remember(path, node);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = NODES.objectNode();
            List<MappingNode> merged = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                member(tuple, object, merged, path, depth);
            }
            for (MappingNode source : merged) {
                JsonNode more = convert(source, path, depth + 1);
                for (Map.Entry<String, JsonNode> entry : more.properties()) {
                    object.putIfAbsent(entry.getKey(), entry.getValue());
                }
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            var array = NODES.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, Lines.item(path, array.size()), depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node, path);
    }

    private void member(NodeTuple tuple, ObjectNode object, List<MappingNode> merged, String path, int depth) {
        Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            throw refuse(keyNode, path, "a key is itself a map or a list", "write a plain key");
        }
        String key = scalar.getValue();
        if (key.equals("<<") && tuple.getValueNode() instanceof MappingNode source) {
            merged.add(source);
            return;
        }
        if (key.equals("<<") && tuple.getValueNode() instanceof SequenceNode sources) {
            for (Node each : sources.getValue()) {
                if (!(each instanceof MappingNode source)) {
                    throw refuse(each, path, "only maps can be merged", "write the fields out");
                }
                merged.add(source);
            }
            return;
        }
        if (object.has(key)) {
            throw refuse(keyNode, Lines.member(path, key), "the key is given twice", "keep one of the two");
        }
        String memberPath = Lines.member(path, key);
        if (bounds.exceededBy(memberPath, depth)) {
            throw tooLarge(keyNode, path);
        }
        remember(memberPath, keyNode);
        object.set(key, convert(tuple.getValueNode(), memberPath, depth + 1));
    }

    private JsonNode scalar(ScalarNode node, String path) {
        String text = node.getValue();
        if (bounds.exceededBy(text)) {
            throw tooLarge(node, path);
        }
        Tag tag = node.getTag();
        if (tag.equals(Tag.STR) || tag.equals(Tag.BINARY)) {
            return NODES.textNode(text);
        } else if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(text.equalsIgnoreCase("true"));
        } else if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && text.length() > DocumentBounds.MOST_DIGITS) {
            throw refuse(
                    node,
                    path,
                    "it is a number of more than " + DocumentBounds.MOST_DIGITS + " digits",
                    "put it in quotes if a text is meant");
        } else if (tag.equals(Tag.INT)) {
            BigInteger value = integer(text);
            return value.bitLength() < 32
                    ? NODES.numberNode(value.intValue())
                    : value.bitLength() < 64 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
        } else if (tag.equals(Tag.FLOAT)) {
            try {
                return NODES.numberNode(new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw refuse(node, path, "JSON has no such number", "put it in quotes if a text is meant");
            }
        }
        throw refuse(node, path, "it has the tag " + tag.getValue() + ", which manifests do not use", "remove the tag");
    }

    private void remember(String path, Node node) {
        if (!lines.containsKey(path) && bounds.remembers(path)) {
            lines.put(path, line(node));
        }
    }

    private Refused tooLarge(Node node, String path) {
        return refuse(node, path, DocumentBounds.TOO_LARGE, "write it without aliases, or split it");
    }

    private static BigInteger integer(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private Refused refuse(Node node, String path, String cause, String fix) {
        return new Refused(new ManifestProblem(file, number, line(node), path, cause, fix));
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ManifestProblem problem;

        Refused(ManifestProblem problem) {
            super(problem.cause());
            this.problem = problem;
        }
    }
}
