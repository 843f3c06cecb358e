package dev.eso4j.provider.kit;

import org.jspecify.annotations.Nullable;

/**
 * The first component of a path, read as the name of a member.
 *
 * @param name the name, without escapes
 * @param pattern what names must match, if the component has wildcards
 * @param rest the path that goes on inside the member; {@code null} if the component is the last
 * @param pipe the path that goes on with the result; {@code null} if there is none
 */
record ObjectStep(
        JsonText name,
        @Nullable JsonWildcard pattern,
        @Nullable JsonText rest,
        @Nullable JsonText pipe) {

    static ObjectStep parse(JsonText path) {
        JsonTextBuilder name = new JsonTextBuilder(path.length());
        boolean wild = false;
        for (int i = 0; i < path.length(); i++) {
            int c = path.at(i);
            if (c == '|') {
                return of(name, wild, null, path.slice(i + 1));
            }
            if (c == '.') {
                JsonText next = path.slice(i + 1);
                return startsPipe(next) ? of(name, wild, null, next) : of(name, wild, next, null);
            }
            if (c == '\\') {
                i++;
                if (i == path.length()) {
                    break;
                }
                c = path.at(i);
            } else if (c == '*' || c == '?') {
                wild = true;
            }
            name.add(c);
        }
        return of(name, wild, null, null);
    }

    private static ObjectStep of(JsonTextBuilder name, boolean wild, @Nullable JsonText rest, @Nullable JsonText pipe) {
        JsonText text = name.build();
        return new ObjectStep(text, wild ? JsonWildcard.of(text) : null, rest, pipe);
    }

    /** Returns whether the part after a dot takes the result as a whole: a modifier or a multipath. */
    static boolean startsPipe(JsonText next) {
        if (next.startsWith('@')) {
            int end = 1;
            while (end < next.length() && ".|:".indexOf(next.at(end)) < 0) {
                end++;
            }
            return JsonModifiers.known(next.slice(1, end));
        }
        return next.startsWith('[') || next.startsWith('{');
    }

    boolean matches(JsonText escapedName) {
        JsonText found = JsonStrings.unescape(escapedName);
        return pattern == null ? name.same(found) : pattern.matches(found);
    }
}
