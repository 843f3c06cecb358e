package dev.eso4j.core.runtime;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Describes an exception that nobody expected, for the log: where it came from, but not its text, which may quote
 * anything, values of Secrets included.
 */
public final class Defect {
    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 5;

    private Defect() {}

    /** Returns the classes of the exception and its causes, each with the first places of its stack, in one line. */
    public static String of(Throwable thrown) {
        StringBuilder out = new StringBuilder();
        Throwable each = thrown;
        for (int i = 0; each != null && i < MOST_CAUSES; i++, each = each.getCause()) {
            out.append(i == 0 ? "" : ", caused by ").append(each.getClass().getName());
            out.append(Arrays.stream(each.getStackTrace())
                    .limit(MOST_FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(" < ", " at ", "")));
        }
        return out.toString();
    }
}
