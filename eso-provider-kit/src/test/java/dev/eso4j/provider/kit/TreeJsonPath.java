package dev.eso4j.provider.kit;

import dev.eso4j.provider.kit.TreeJson.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A second, simple reading of paths: over a tree, by components that are given in parts, not parsed. */
final class TreeJsonPath {
    /** One component of a path: a name with wildcards or not, a number, or a selection. */
    sealed interface Part {
        /** Returns the component as it is written. */
        String written();
    }

    record Name(String name) implements Part {
        @Override
        public String written() {
            return name.replaceAll("[\\\\.*?|#@!{\\[]", "\\\\$0");
        }
    }

    record Wild(String pattern) implements Part {
        @Override
        public String written() {
            return pattern;
        }
    }

    record Index(int index) implements Part {
        @Override
        public String written() {
            return Integer.toString(index);
        }
    }

    record Each() implements Part {
        @Override
        public String written() {
            return "#";
        }
    }

    /** Compares a member, or the element itself if the name is empty. */
    record Query(String member, String operator, String value, boolean all) implements Part {
        @Override
        public String written() {
            return "#(" + member + operator + value + ")" + (all ? "#" : "");
        }
    }

    private TreeJsonPath() {}

    static String written(List<Part> parts) {
        return parts.stream().map(Part::written).collect(Collectors.joining("."));
    }

    /** Returns the source of what is found, or {@code null}. */
    static @Nullable String find(Node node, List<Part> parts) {
        if (parts.isEmpty()) {
            return node.raw();
        }
        Part part = parts.get(0);
        List<Part> rest = parts.subList(1, parts.size());
        if (node.kind() == '{') {
            for (int i = 0; i < node.names().size(); i++) {
                String found = matches(part, node.names().get(i))
                        ? find(node.children().get(i), rest)
                        : null;
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return node.kind() == '[' ? element(node, part, rest) : null;
    }

    private static boolean matches(Part part, String name) {
        if (part instanceof Wild wild) {
            String regex = wild.pattern()
                    .chars()
                    .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                    .collect(Collectors.joining());
            return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
        }
        return part instanceof Name exact
                ? exact.name().equals(name)
                : part.written().equals(name);
    }

    private static @Nullable String element(Node array, Part part, List<Part> rest) {
        if (part instanceof Index index) {
            return index.index() < array.children().size()
                    ? find(array.children().get(index.index()), rest)
                    : null;
        }
        if (part instanceof Name name && name.name().matches("[0-9]+")) {
            return element(array, new Index(Integer.parseInt(name.name())), rest);
        }
        if (part instanceof Each) {
            return rest.isEmpty() ? Integer.toString(array.children().size()) : list(array.children(), rest);
        }
        if (part instanceof Query query) {
            List<Node> selected =
                    array.children().stream().filter(each -> holds(query, each)).toList();
            if (query.all()) {
                return list(selected, rest);
            }
            return selected.isEmpty() ? null : find(selected.get(0), rest);
        }
        return null;
    }

    private static String list(List<Node> nodes, List<Part> rest) {
        List<String> found = new ArrayList<>();
        for (Node node : nodes) {
            String each = find(node, rest);
            if (each != null) {
                found.add(each);
            }
        }
        return "[" + String.join(",", found) + "]";
    }

    private static boolean holds(Query query, Node element) {
        Node left = element;
        if (!query.member().isEmpty() || element.kind() == '{') {
            int i = element.kind() == '{' ? element.names().indexOf(query.member()) : -1;
            if (i < 0) {
                return false;
            }
            left = element.children().get(i);
        } else if (element.kind() == '[') {
            return false;
        }
        String value = query.value();
        if (left.kind() == '"') {
            String text = value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
            return compare(query.operator(), left.text().compareTo(text));
        }
        if (left.kind() == '0') {
            return compare(query.operator(), Double.compare(Double.parseDouble(left.raw()), number(value)));
        }
        return (left.kind() == 't' || left.kind() == 'f') && holds(query, left.kind() == 't');
    }

    private static boolean holds(Query query, boolean left) {
        return switch (query.operator()) {
            case "==", "=" -> query.value().equals(Boolean.toString(left));
            case "!=" -> !query.value().equals(Boolean.toString(left));
            case ">" -> left && query.value().equals("false");
            case "<" -> !left && query.value().equals("true");
            case ">=" -> left;
            default -> !left;
        };
    }

    private static double number(String value) {
        return value.startsWith("\"") ? number(value.substring(1, value.length() - 1)) : parsed(value);
    }

    private static double parsed(String value) {
        return value.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(value) : 0;
    }

    private static boolean compare(String operator, int order) {
        return switch (operator) {
            case "==", "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
