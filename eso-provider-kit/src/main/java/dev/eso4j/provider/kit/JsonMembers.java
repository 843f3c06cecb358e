package dev.eso4j.provider.kit;

import org.jspecify.annotations.Nullable;

/** Goes over the members of an object or the elements of an array, in document order. */
final class JsonMembers {
    private JsonMembers() {}

    /** Takes one member. */
    interface Visitor {
        /**
         * Takes one member or element.
         *
         * @param name the member's name, a JSON string; {@code null} for an element
         */
        void visit(@Nullable JsonValue name, JsonValue value);
    }

    /** Visits what {@code container} holds; a scalar is visited itself. */
    static void forEach(JsonValue container, Visitor visitor) {
        JsonText text = container.rawText();
        if (!container.kind().container()) {
            visitor.visit(null, container);
            return;
        }
        int i = 1;
        while (true) {
            JsonValue name = null;
            if (container.isObject()) {
                while (i < text.length() && text.at(i) != '"' && text.at(i) != '}') {
                    i++;
                }
                if (i >= text.length() || text.at(i) == '}') {
                    return;
                }
                int end = JsonScan.end(text, JsonKind.STRING, i);
                name = new JsonValue(JsonKind.STRING, text.slice(i, end));
                i = end;
            }
            JsonKind kind = null;
            while (i < text.length() && kind == null) {
                kind = JsonScan.kindAt(text, i);
                if (kind == null && text.at(i++) == ']') {
                    return;
                }
            }
            if (kind == null) {
                return;
            }
            int end = JsonScan.end(text, kind, i);
            visitor.visit(name, new JsonValue(kind, text.slice(i, end)));
            i = end;
        }
    }
}
