package dev.eso4j.provider.kit;

import java.util.ArrayList;
import java.util.List;

/** A JSON document as a plain tree, with the source of each value; for valid documents only. */
final class TreeJson {
    /** A value; members and elements are empty for scalars. */
    record Node(char kind, String raw, String text, List<String> names, List<Node> children) {}

    private final String source;
    private int at;

    private TreeJson(String source) {
        this.source = source;
    }

    static Node parse(String source) {
        return new TreeJson(source).value();
    }

    private Node value() {
        blanks();
        int begin = at;
        char c = source.charAt(at);
        if (c == '{' || c == '[') {
            return container(c, begin);
        }
        if (c == '"') {
            String text = string();
            return new Node('"', source.substring(begin, at), text, List.of(), List.of());
        }
        while (at < source.length() && ",]} \n".indexOf(source.charAt(at)) < 0) {
            at++;
        }
        String raw = source.substring(begin, at);
        char kind = "tfn".indexOf(c) >= 0 ? c : '0';
        return new Node(kind, raw, raw, List.of(), List.of());
    }

    private Node container(char kind, int begin) {
        List<String> names = new ArrayList<>();
        List<Node> children = new ArrayList<>();
        at++;
        blanks();
        while (source.charAt(at) != '}' && source.charAt(at) != ']') {
            if (kind == '{') {
                names.add(string());
                blanks();
                at++;
            }
            children.add(value());
            blanks();
            if (source.charAt(at) == ',') {
                at++;
                blanks();
            }
        }
        at++;
        String raw = source.substring(begin, at);
        return new Node(kind, raw, raw, names, children);
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        at++;
        while (source.charAt(at) != '"') {
            if (source.charAt(at) == '\\') {
                at++;
            }
            text.append(source.charAt(at++));
        }
        at++;
        return text.toString();
    }

    private void blanks() {
        while (at < source.length() && " \n".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
    }
}
