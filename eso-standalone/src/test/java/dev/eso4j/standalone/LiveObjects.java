package dev.eso4j.standalone;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of each class are alive after a full collection. */
final class LiveObjects {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+([\\w.$]+)");

    private LiveObjects() {}

    /** Counts the objects whose class's name matches. */
    static Map<String, Long> of(Pattern names) {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            Map<String, Long> counts = new TreeMap<>();
            Matcher line = LINE.matcher(histogram);
            while (line.find()) {
                if (names.matcher(line.group(2)).find()) {
                    counts.merge(line.group(2), Long.parseLong(line.group(1)), Long::sum);
                }
            }
            return counts;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
