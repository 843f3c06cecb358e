package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON values, one after the other, into documents that know their lines. */
final class JsonDocuments {
    private JsonDocuments() {}

    static List<ManifestDocument> read(String file, String text, List<ManifestProblem> problems) {
        List<ManifestDocument> documents = new ArrayList<>();
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                Map<String, Integer> lines = new HashMap<>();
                documents.add(new ManifestDocument(documents.size() + 1, convert(parser, "", lines), lines));
            }
        } catch (JsonParseException e) {
            // Only the place is told: the exception's own text quotes what stands there, which may be a secret.
            problems.add(new ManifestProblem(
                    file,
                    documents.size() + 1,
                    e.getLocation().getLineNr(),
                    "",
                    "this is not JSON at column " + e.getLocation().getColumnNr(),
                    "correct the text there"));
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory could not be read", e);
        }
        return documents;
    }

    private static JsonNode convert(JsonParser parser, String path, Map<String, Integer> lines) throws IOException {
        lines.put(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            ObjectNode object = Trees.object();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.set(name, convert(parser, Lines.member(path, name), lines));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var array = Trees.array();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(convert(parser, Lines.item(path, array.size()), lines));
            }
            return array;
        }
        return Json.MAPPER.readTree(parser);
    }
}
