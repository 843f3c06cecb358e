package dev.eso4j.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes what a page says about a type: where it stands, its fields and its rules. */
final class TypeSection {
    private static final int PATHS = 4;
    private static final SchemaWords WORDS = SchemaWords.marked(Markdown::code);

    private final ModelDocs docs;
    private final ApiLayout layout;

    TypeSection(ModelDocs docs, ApiLayout layout) {
        this.docs = docs;
        this.layout = layout;
    }

    String write(ApiPage page, ModelType type, List<String> paths) {
        StringBuilder text =
                new StringBuilder("\n## ").append(type.type().getSimpleName()).append("\n\n");
        if (!paths.isEmpty()) {
            text.append("At ")
                    .append(paths.stream().limit(PATHS).map(Markdown::code).collect(Collectors.joining(", ")))
                    .append(paths.size() > PATHS ? " and " + (paths.size() - PATHS) + " more" : "")
                    .append(".\n\n");
        }
        // The page of a provider begins with what its type says.
        if (page.kind() != null || !page.roots().containsValue(type.type())) {
            String description = docs.type(type.type());
            // What follows with a union is about Java.
            text.append(type.isUnion() ? description.split("\n\n", 2)[0] : description)
                    .append("\n\n");
        }
        List<String> limits = new ArrayList<>(WORDS.limits(type.schema()));
        if (!limits.isEmpty()) {
            text.append("As a whole: ").append(String.join("; ", limits)).append(".\n\n");
        }
        if (type.fields().isEmpty()) {
            text.append("It has no fields.\n");
        } else {
            text.append(Markdown.table(
                    List.of("Field", "Type", "Default", "Allowed", "Description"),
                    type.fields().stream().map(field -> row(page, field)).toList()));
        }
        List<String> rules = rules(type);
        if (!rules.isEmpty()) {
            text.append("\nRules, which the API server checks:\n\n");
            rules.forEach(rule -> text.append("- ").append(rule).append('\n'));
        }
        return text.toString();
    }

    private List<String> row(ApiPage page, ModelType.Field field) {
        List<String> standing = new ArrayList<>();
        if (field.required()) {
            standing.add("**required**");
        }
        String value = SchemaWords.defaultValue(field.schema());
        if (!value.isEmpty()) {
            standing.add(Markdown.code(value));
        }
        return List.of(
                Markdown.code(field.name()),
                WORDS.type(field.schema(), object(page, field)),
                String.join(", ", standing),
                // What an object allows as a whole is said where it is explained.
                String.join("; ", field.target() == null ? WORDS.limits(field.schema()) : ownLimits(field)),
                field.schema().path("description").asText());
    }

    private String object(ApiPage page, ModelType.Field field) {
        if (field.target() == null) {
            return "object";
        }
        String name = field.target().getSimpleName();
        String home = layout.home(field.target());
        String file = home.equals(page.path()) ? "" : page.to(home);
        return Markdown.link(name, file + "#" + Markdown.anchor(name));
    }

    private List<String> ownLimits(ModelType.Field field) {
        List<String> limits = new ArrayList<>(WORDS.limits(field.schema()));
        List<String> ofType =
                WORDS.limits(layout.type(Objects.requireNonNull(field.target())).schema());
        limits.removeAll(ofType);
        ofType.forEach(limit -> limits.remove("each: " + limit));
        return limits;
    }

    private List<String> rules(ModelType type) {
        List<String> rules = new ArrayList<>();
        SchemaWords.rules(type.schema()).forEach(rule -> rules.add(Markdown.prose(rule)));
        for (ModelType.Field field : type.fields()) {
            JsonNode element = SchemaWords.element(field.schema());
            List<String> own = new ArrayList<>(SchemaWords.rules(field.schema()));
            if (element != field.schema()) {
                own.addAll(SchemaWords.rules(element));
            }
            if (field.target() != null) {
                // Those are told with the type.
                own.removeAll(SchemaWords.rules(layout.type(field.target()).schema()));
            }
            own.forEach(rule -> rules.add(Markdown.code(field.name()) + ": " + Markdown.prose(rule)));
        }
        return rules;
    }
}
