package dev.eso4j.provider.kit;

import org.jspecify.annotations.Nullable;

/**
 * The first component of a path, read as a selection among elements.
 *
 * @param form what is selected
 * @param index the element, for {@link Form#INDEX}
 * @param query the condition, for {@link Form#QUERY}
 * @param rest the path that goes on inside; {@code null} if the component is the last
 * @param pipe the path that goes on with the result; {@code null} if there is none
 */
record ArrayStep(
        Form form,
        long index,
        @Nullable ArrayQuery query,
        @Nullable JsonText rest,
        @Nullable JsonText pipe) {

    /** What a component selects. */
    enum Form {
        INDEX,
        COUNT,
        EACH,
        QUERY,
        NOTHING
    }

    static ArrayStep parse(JsonText path) {
        boolean hash = false;
        ArrayQuery query = null;
        for (int i = 0; i < path.length(); i++) {
            int c = path.at(i);
            if (c == '|') {
                return of(path.slice(0, i), hash, query, null, path.slice(i + 1));
            }
            if (c == '.') {
                JsonText next = path.slice(i + 1);
                return !hash && ObjectStep.startsPipe(next)
                        ? of(path.slice(0, i), false, query, null, next)
                        : of(path.slice(0, i), hash, query, next, null);
            }
            if (c == '#') {
                hash = true;
                if (i == 0 && path.length() > 1 && (path.at(1) == '(' || path.at(1) == '[')) {
                    query = ArrayQuery.parse(path);
                    if (query == null) {
                        break;
                    }
                    i = query.end() - 1;
                }
            }
        }
        return of(path, hash, query, null, null);
    }

    private static ArrayStep of(
            JsonText part, boolean hash, @Nullable ArrayQuery query, @Nullable JsonText rest, @Nullable JsonText pipe) {
        if (query != null) {
            return new ArrayStep(Form.QUERY, -1, query, rest, pipe);
        }
        if (hash) {
            Form form = !part.same("#") ? Form.NOTHING : rest == null ? Form.COUNT : Form.EACH;
            return new ArrayStep(form, -1, null, rest, pipe);
        }
        long index = number(part);
        return new ArrayStep(index < 0 ? Form.NOTHING : Form.INDEX, index, null, rest, pipe);
    }

    private static long number(JsonText part) {
        long n = part.isEmpty() ? -1 : 0;
        for (int i = 0; i < part.length(); i++) {
            int c = part.at(i);
            if (c < '0' || c > '9' || n > Integer.MAX_VALUE) {
                return -1;
            }
            n = n * 10 + (c - '0');
        }
        return n;
    }
}
