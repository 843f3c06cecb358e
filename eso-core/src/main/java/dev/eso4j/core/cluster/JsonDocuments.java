package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON values, one after the other, into documents that know their lines. */
final class JsonDocuments {
    /** Without databinding, which takes a good part of a start to load: a kubeconfig is read before anything else. */
    private static final JsonFactory PARSERS = new JsonFactory();

    private JsonDocuments() {}

    static List<ManifestDocument> read(String file, String text, List<ManifestProblem> problems) {
        List<ManifestDocument> documents = new ArrayList<>();
        try (JsonParser parser = PARSERS.createParser(text)) {
            while (parser.nextToken() != null) {
                Map<String, Integer> lines = new HashMap<>();
                Document document = new Document(parser, lines);
                documents.add(new ManifestDocument(documents.size() + 1, document.convert("", 0), lines));
            }
        } catch (Refused e) {
            problems.add(new ManifestProblem(file, documents.size() + 1, e.line, e.path, e.getMessage(), e.fix));
        } catch (JsonProcessingException e) {
            // Only the place is told: the exception's own text quotes what stands there, which may be a secret.
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            problems.add(new ManifestProblem(
                    file,
                    documents.size() + 1,
                    Math.max(1, at.getLineNr()),
                    "",
                    e instanceof StreamConstraintsException
                            ? "a number or a name is longer than anybody needs, or the document is nested too deep"
                            : "this is not JSON at column " + at.getColumnNr(),
                    "correct the text there"));
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory could not be read", e);
        }
        return documents;
    }

    /** One document while it is read. */
    private record Document(JsonParser parser, Map<String, Integer> lines, DocumentBounds bounds) {
        Document(JsonParser parser, Map<String, Integer> lines) {
            this(parser, lines, new DocumentBounds());
        }

        JsonNode convert(String path, int depth) throws IOException {
            int line = parser.currentTokenLocation().getLineNr();
            if (bounds.exceededBy(path, depth)) {
                throw new Refused(line, path, DocumentBounds.TOO_LARGE, "split it");
            }
            if (bounds.remembers(path)) {
                lines.put(path, line);
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return object(path, depth);
            }
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                ArrayNode array = Trees.array();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(convert(Lines.item(path, array.size()), depth + 1));
                }
                return array;
            }
            return scalar();
        }

        private JsonNode scalar() throws IOException {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            return switch (parser.currentToken()) {
                case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
                case VALUE_NULL -> nodes.nullNode();
                case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
                case VALUE_NUMBER_INT ->
                    switch (parser.getNumberType()) {
                        case INT -> nodes.numberNode(parser.getIntValue());
                        case LONG -> nodes.numberNode(parser.getLongValue());
                        default -> nodes.numberNode(parser.getBigIntegerValue());
                    };
                default -> nodes.textNode(parser.getText());
            };
        }

        private ObjectNode object(String path, int depth) throws IOException {
            ObjectNode object = Trees.object();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                String member = Lines.member(path, name);
                if (object.has(name)) {
                    throw new Refused(
                            parser.currentTokenLocation().getLineNr(),
                            member,
                            "the key is given twice",
                            "keep one of the two");
                }
                parser.nextToken();
                object.set(name, convert(member, depth + 1));
            }
            return object;
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String path;
        private final String fix;

        Refused(int line, String path, String cause, String fix) {
            super(cause);
            this.line = line;
            this.path = path;
            this.fix = fix;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
