package dev.eso4j.core.cluster;

import java.util.Collection;
import java.util.Locale;

/** Finds what was likely meant by a misspelt name: of a field, a kind, a flag. */
public final class Nearest {
    /** Longer than all names that could have been meant. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /** Returns the known name that is nearest to {@code name}, or the empty text if none is near. */
    public static String of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return "";
        }
        String best = "";
        int least = Math.max(2, name.length() / 3) + 1;
        for (String candidate : known.stream().sorted().toList()) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
