package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;

/**
 * One component of a path to write to.
 *
 * @param name the member's name or the element's number
 * @param member whether it names a member even if it looks like a number
 */
record SetterStep(JsonText name, boolean member) {
    private static final int MAX_STEPS = 100;
    private static final int MAX_INDEX = 10_000;

    /** Parses a path; its components are separated by dots, and a backslash takes the next character literally. */
    static List<SetterStep> parse(String property) {
        JsonText path = JsonText.of(property);
        List<SetterStep> steps = new ArrayList<>();
        JsonTextBuilder name = new JsonTextBuilder(path.length());
        boolean begins = true;
        boolean member = false;
        for (int i = 0; i <= path.length(); i++) {
            int c = i == path.length() ? '.' : path.at(i);
            if (i == path.length() || c == '.') {
                steps.add(new SetterStep(name.build(), member));
                name = new JsonTextBuilder(16);
                begins = true;
                member = false;
                continue;
            }
            if (begins && c == ':') {
                member = true;
            } else if (c == '\\') {
                if (i + 1 < path.length()) { // At the end it has nothing to take literally.
                    name.add(path.at(++i));
                }
            } else if ("|#@*?".indexOf(c) >= 0) {
                throw new InvalidRequestException(
                        "property \"" + property + "\" cannot be written: it has the special character " + (char) c,
                        "name one member, and put a backslash before characters that belong to its name");
            } else {
                name.add(c);
            }
            begins = false;
        }
        if (steps.size() > MAX_STEPS) {
            throw new InvalidRequestException(
                    "a property to write has more than " + MAX_STEPS + " parts", "use a property with fewer parts");
        }
        return steps;
    }

    /** Returns the number of the element, or -1 if the component is the name of a member. */
    int index() {
        return member ? -1 : number();
    }

    /** Returns the component as a number, or -1 if it is none. */
    int number() {
        int n = name.isEmpty() ? -1 : 0;
        for (int i = 0; i < name.length(); i++) {
            int c = name.at(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            n = n * 10 + (c - '0');
            if (n > MAX_INDEX) {
                throw new InvalidRequestException(
                        "a property to write has an element number above " + MAX_INDEX,
                        "use a smaller number, or a colon before it if it is the name of a member");
            }
        }
        return n;
    }

    /** Returns whether the component stands for a new element at the end. */
    boolean append() {
        return !member && name.same("-1");
    }

    boolean element() {
        return index() >= 0 || append();
    }
}
