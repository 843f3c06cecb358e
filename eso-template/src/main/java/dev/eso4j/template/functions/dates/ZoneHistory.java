package dev.eso4j.template.functions.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The offsets and abbreviations of one zone over time; immutable.
 *
 * <p>Java knows offsets but not the abbreviations that Go prints, and is brief about the time before 1970. So the past comes from a
 * table; what comes after its last change is asked of Java, whose rules are kept up to date.
 */
final class ZoneHistory {
    private final int[] offsets;
    private final String[] abbreviations;
    private final long[] changes;
    private final int[] types;
    private final @Nullable ZoneRules rules;

    private ZoneHistory(int[] offsets, String[] abbreviations, long[] changes, int[] types, @Nullable ZoneRules rules) {
        this.offsets = offsets;
        this.abbreviations = abbreviations;
        this.changes = changes;
        this.types = types;
        this.rules = rules;
    }

    /** Reads a line of the table. */
    static ZoneHistory of(String name, String line) {
        String[] parts = line.split("\\|", -1);
        String[] declared = parts[1].split(",", -1);
        int[] offsets = new int[declared.length];
        String[] abbreviations = new String[declared.length];
        for (int i = 0; i < declared.length; i++) {
            int space = declared[i].indexOf(' ');
            offsets[i] = Integer.parseInt(declared[i].substring(0, space));
            abbreviations[i] = declared[i].substring(space + 1);
        }
        String[] written = parts[2].isEmpty() ? new String[0] : parts[2].split(" ", -1);
        long[] changes = new long[written.length];
        int[] types = new int[written.length];
        long at = 0;
        for (int i = 0; i < written.length; i++) {
            int colon = written[i].indexOf(':');
            at += Long.parseLong(written[i].substring(0, colon), 36);
            changes[i] = at;
            types[i] = Integer.parseInt(written[i].substring(colon + 1), 36);
        }
        return new ZoneHistory(offsets, abbreviations, changes, types, written.length == 0 ? null : rules(name));
    }

    private static @Nullable ZoneRules rules(String name) {
        try {
            return ZoneRulesProvider.getRules(name, false);
        } catch (DateTimeException e) {
            // A name that this Java has not heard of keeps its last known offset.
            return null;
        }
    }

    int offset(long second) {
        return rules != null && second >= changes[changes.length - 1] ? later(second) : offsets[type(second)];
    }

    String abbreviation(long second) {
        int type = type(second);
        int offset = offset(second);
        if (offsets[type] == offset) {
            return abbreviations[type];
        }
        // The most recent one that had this offset.
        for (int i = types.length - 1; i >= 0; i--) {
            if (offsets[types[i]] == offset) {
                return abbreviations[types[i]];
            }
        }
        return "";
    }

    private int later(long second) {
        ZoneRules known = rules;
        long bounded = Math.max(Instant.MIN.getEpochSecond(), Math.min(Instant.MAX.getEpochSecond(), second));
        return known == null
                ? 0
                : known.getOffset(Instant.ofEpochSecond(bounded)).getTotalSeconds();
    }

    private int type(long second) {
        int found = Arrays.binarySearch(changes, second);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : types[last];
    }
}
