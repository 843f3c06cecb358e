package dev.eso4j.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.crd.SchemaWords;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints what {@code eso explain} found. */
final class ExplainText {
    private static final int WIDTH = 100;

    private ExplainText() {}

    /** Prints the kinds, which is the answer to no question in particular. */
    static void kinds(List<ExplainedKind> kinds, PrintStream out) {
        int width = kinds.stream().mapToInt(kind -> kind.kind().length()).max().orElse(0);
        for (ExplainedKind kind : kinds) {
            out.printf(
                    "%-" + width + "s  %s%s%n",
                    kind.kind(),
                    String.join(", ", kind.names()),
                    kind.scope().equals("Cluster") ? " (cluster)" : "");
        }
        out.println();
        out.println("eso explain KIND tells what one of them is for, eso explain KIND.spec what it takes.");
    }

    static void field(ExplainedField field, PrintStream out) {
        head(field, out);
        List<String> limits = SchemaWords.plain().limits(field.schema());
        if (!limits.isEmpty()) {
            out.println();
            out.println("ALLOWED:");
            // Not wrapped: a pattern is to be copied as it is.
            limits.forEach(limit -> out.println("  " + limit));
        }
        section("DESCRIPTION", field.description().lines().toList(), "", out);
        if (!field.rules().isEmpty()) {
            section("RULES", field.rules(), "- ", out);
        }
        List<ExplainedField> fields = field.fields();
        if (!fields.isEmpty()) {
            out.println();
            out.println("FIELDS:");
            int name = fields.stream().mapToInt(f -> f.name().length()).max().orElse(0);
            for (ExplainedField below : fields) {
                out.printf(
                        "  %-" + name + "s  <%s> %s%n",
                        below.name(),
                        below.type(),
                        SchemaWords.firstSentence(below.description()));
            }
        }
    }

    static void tree(ExplainedField field, PrintStream out) {
        head(field, out);
        out.println();
        out.println("FIELDS:");
        tree(field.fields(), "  ", out);
    }

    private static void tree(List<ExplainedField> fields, String indent, PrintStream out) {
        for (ExplainedField field : fields) {
            out.println(indent + field.name() + "  <" + field.type() + ">");
            tree(field.fields(), indent + "  ", out);
        }
    }

    private static void head(ExplainedField field, PrintStream out) {
        ExplainedKind kind = field.kind();
        out.println("KIND:     " + kind.kind());
        List<String> versions = new ArrayList<>();
        for (JsonNode version : field.versions()) {
            versions.add(kind.group() + "/" + version.path("name").asText()
                    + (version.path("deprecated").asBoolean() ? " (deprecated)" : ""));
        }
        out.println("VERSION:  " + String.join(", ", versions));
        if (field.path().isEmpty()) {
            out.println("SCOPE:    " + (kind.scope().equals("Cluster") ? "cluster" : "namespace"));
            out.println("NAMES:    " + String.join(", ", kind.names()));
        } else {
            out.println("FIELD:    " + field.path() + " <" + field.type() + ">");
        }
    }

    private static void section(String title, List<String> paragraphs, String bullet, PrintStream out) {
        out.println();
        out.println(title + ":");
        String indent = " ".repeat(2 + bullet.length());
        for (String paragraph : paragraphs) {
            StringBuilder line = new StringBuilder("  " + bullet);
            for (String word : paragraph.split(" ")) {
                if (line.length() > indent.length() && line.length() + word.length() >= WIDTH) {
                    out.println(line.toString().stripTrailing());
                    line = new StringBuilder(indent);
                }
                line.append(word).append(' ');
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
