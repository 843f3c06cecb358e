package dev.eso4j.core.cluster;
/** T. */
public final class T {
    private static final StringBuffer B = new StringBuffer();

    private T() {}
    /** m. */
    public static void m(String s) {
        String n = Thread.currentThread().getName();
        synchronized (B) {
            B.append(System.currentTimeMillis())
                    .append(' ')
                    .append(n)
                    .append(' ')
                    .append(s)
                    .append('\n');
        }
    }
    /** d. */
    public static void dump() {
        try {
            java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/rst/marks.txt"), B.toString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
