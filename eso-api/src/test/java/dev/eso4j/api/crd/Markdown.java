package dev.eso4j.api.crd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes Markdown as GitHub shows it. */
final class Markdown {
    private Markdown() {}

    /** Returns text that is shown as it is. */
    static String prose(String text) {
        return text.replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replace("](", "]\\(")
                .replaceAll("(?<!\\w)_|_(?!\\w)", "\\\\_");
    }

    static String code(String lines) {
        String text = lines.strip().replaceAll("\\s+", " ");
        return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }

    static String link(String label, String target) {
        return "[" + label + "](" + target + ")";
    }

    /** Returns the anchor that GitHub gives to a heading of letters and digits. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT);
    }

    /** Returns a table; columns that are empty in every row are left out. */
    static String table(List<String> head, List<List<String>> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
                columns.add(column);
            }
        }
        StringBuilder table = new StringBuilder(line(head, columns));
        table.append(line(Collections.nCopies(head.size(), "---"), columns));
        rows.forEach(row -> table.append(line(row, columns)));
        return table.toString();
    }

    private static String line(List<String> cells, List<Integer> columns) {
        return columns.stream().map(cells::get).map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n\n", "<br>").replace("\n", " ");
    }
}
