package dev.eso4j.core.cluster;

/** The endings that {@code metadata.generateName} gets: five letters and digits that spell no word. */
final class GeneratedNames {
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int LENGTH = 5;

    private GeneratedNames() {}

    /** Returns the ending for the n-th generated name of a cluster; no two of them are equal. */
    static String suffix(long n) {
        char[] suffix = new char[LENGTH];
        // An odd step through a space without its factor visits every combination once before it repeats.
        long rest = n * 7_654_321L + 1_234_567L;
        for (int i = 0; i < LENGTH; i++) {
            suffix[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(suffix);
    }
}
