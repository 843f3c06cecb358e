package dev.eso4j.template.functions.semver;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.json.JsonText;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;

/**
 * A {@code semver.Version}, what the methods that change a version give.
 *
 * @param original the text that it was read from, or its own
 */
record Version(long major, long minor, long patch, String prerelease, String metadata, String original)
        implements GoObject, JsonText {
    static final GoType TYPE = GoType.printing("semver.Version", Kind.STRUCT, value -> ((Version) value).text());

    /** A version with the text that it has then. */
    static Version of(long major, long minor, long patch, String prerelease, String metadata) {
        return new Version(major, minor, patch, prerelease, metadata, text(major, minor, patch, prerelease, metadata));
    }

    /**
     * Reads one to three numbers, and what may follow them.
     *
     * @throws FunctionException if it is no version
     */
    static Version parse(String text) {
        String rest = text.startsWith("v") ? text.substring(1) : text;
        int plus = rest.indexOf('+');
        String metadata = plus < 0 ? "" : rest.substring(plus + 1);
        String main = plus < 0 ? rest : rest.substring(0, plus);
        int dash = main.indexOf('-');
        String prerelease = dash < 0 ? "" : main.substring(dash + 1);
        String[] numbers = (dash < 0 ? main : main.substring(0, dash)).split("\\.", -1);
        if (numbers.length > 3 || plus >= 0 && !identifiers(metadata) || dash >= 0 && !identifiers(prerelease)) {
            throw invalid();
        }
        checkNumbers(prerelease);
        return new Version(number(numbers, 0), number(numbers, 1), number(numbers, 2), prerelease, metadata, text);
    }

    private static long number(String[] numbers, int index) {
        if (index >= numbers.length) {
            return 0;
        }
        if (!numeric(numbers[index])) {
            throw invalid();
        }
        try {
            return Long.parseUnsignedLong(numbers[index]);
        } catch (NumberFormatException e) {
            throw new FunctionException("a number of the version is out of range");
        }
    }

    /** Numbers within a pre-release must not begin with 0. */
    static void checkNumbers(String prerelease) {
        for (String part : prerelease.split("\\.", -1)) {
            if (part.length() > 1 && part.startsWith("0") && numeric(part)) {
                throw new FunctionException("a number within the pre-release of the version starts with 0");
            }
        }
    }

    private static FunctionException invalid() {
        return new FunctionException("invalid semantic version");
    }

    static boolean numeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether this is letters, digits and dashes, in parts that are separated by points and not empty. */
    static boolean identifiers(String text) {
        for (String part : text.split("\\.", -1)) {
            boolean allowed = part.chars()
                    .allMatch(c -> c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
            if (part.isEmpty() || !allowed) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return text(major, minor, patch, prerelease, metadata);
    }

    private static String text(long major, long minor, long patch, String prerelease, String metadata) {
        return Long.toUnsignedString(major) + "." + Long.toUnsignedString(minor) + "."
                + Long.toUnsignedString(patch) + (prerelease.isEmpty() ? "" : "-" + prerelease)
                + (metadata.isEmpty() ? "" : "+" + metadata);
    }

    /** Metadata does not count. */
    int compare(Version other) {
        int numbers = Long.compareUnsigned(major, other.major);
        numbers = numbers != 0 ? numbers : Long.compareUnsigned(minor, other.minor);
        numbers = numbers != 0 ? numbers : Long.compareUnsigned(patch, other.patch);
        if (numbers != 0) {
            return numbers < 0 ? -1 : 1;
        }
        return comparePrerelease(prerelease, other.prerelease);
    }

    static int comparePrerelease(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = comparePart(left[i], right[i]);
            if (order != 0) {
                return order < 0 ? -1 : 1;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int comparePart(String a, String b) {
        boolean number = numeric(a);
        if (number != numeric(b)) {
            return number ? -1 : 1;
        }
        // Numbers have no leading zeros, so the longer one is the larger.
        return number && a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public String jsonText() {
        return text();
    }

    @Override
    public String toString() {
        return TYPE.name();
    }
}
