package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a manifest with the shape of its kind: unknown fields and wrong types, each with what was likely meant. */
final class FieldCheck {
    private final ManifestDocument document;
    private final String file;
    private final List<ManifestProblem> problems = new ArrayList<>();

    private FieldCheck(String file, ManifestDocument document) {
        this.file = file;
        this.document = document;
    }

    static List<ManifestProblem> of(String file, ManifestDocument document, JsonNode object, String at, Shape shape) {
        FieldCheck check = new FieldCheck(file, document);
        check.check(object, at, shape);
        return check.problems;
    }

    private void check(JsonNode node, String path, Shape shape) {
        if (node.isNull() || full()) {
            return;
        }
        if (shape instanceof Shape.Struct struct) {
            if (expect(node.isObject(), node, path, "an object")) {
                members(node, path, struct);
            }
        } else if (shape instanceof Shape.MapOf map) {
            if (expect(node.isObject(), node, path, "an object")) {
                node.properties().forEach(e -> check(e.getValue(), Lines.member(path, e.getKey()), map.value()));
            }
        } else if (shape instanceof Shape.ListOf list) {
            if (expect(node.isArray(), node, path, "a list")) {
                for (int i = 0; i < node.size() && !full(); i++) {
                    if (node.get(i).isNull()) {
                        add(Lines.item(path, i), "it is empty", "remove it, or fill it in");
                    }
                    check(node.get(i), Lines.item(path, i), list.item());
                }
            }
        } else if (shape.equals(Shape.STRING)) {
            expect(node.isTextual(), node, path, "a string");
        } else if (shape.equals(Shape.BOOLEAN)) {
            expect(node.isBoolean(), node, path, "true or false");
        } else if (shape.equals(Shape.INTEGER)) {
            expect(node.isIntegralNumber(), node, path, "a whole number");
        }
    }

    private void members(JsonNode node, String path, Shape.Struct struct) {
        Map<String, Shape> fields = struct.fields().get();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            String memberPath = Lines.member(path, name);
            Shape shape = fields.get(name);
            if (shape != null) {
                check(member.getValue(), memberPath, shape);
            } else if (!struct.open() && !full()) {
                String nearest = Nearest.of(name, fields.keySet());
                add(
                        memberPath,
                        "there is no such field",
                        nearest.isEmpty()
                                ? "remove it; known here are "
                                        + String.join(
                                                ", ",
                                                fields.keySet().stream()
                                                        .sorted()
                                                        .toList())
                                : "did you mean " + nearest + "?");
            }
        }
    }

    private boolean expect(boolean fits, JsonNode node, String path, String wanted) {
        if (!fits) {
            boolean quotable = wanted.equals("a string") && node.isValueNode();
            add(
                    path,
                    "it must be " + wanted + ", but is " + describe(node),
                    quotable ? "put it in quotes" : "write " + wanted);
        }
        return fits;
    }

    private static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "a string";
        };
    }

    private boolean full() {
        return problems.size() >= ManifestReader.MOST_PROBLEMS;
    }

    private void add(String path, String cause, String fix) {
        problems.add(
                new ManifestProblem(file, document.number(), Lines.nearest(document.lines(), path), path, cause, fix));
    }
}
