package dev.eso4j.template.limit;

/**
 * What a template may cost, when it is parsed and each time that it is executed.
 *
 * @param parts how many words, signs and pieces of text a template may consist of
 * @param steps units of work: an action, an element of a loop, a call, or what a function charges for its own loops
 * @param outputBytes the size of the result
 * @param callBytes the size of a single value that a function makes
 * @param totalBytes the size of all values that functions make, kept or not
 * @param depth how deep templates, the blocks within them, and values that hold values may be nested, all together
 */
public record Limits(int parts, long steps, int outputBytes, int callBytes, long totalBytes, int depth) {
    /**
     * 100,000 parts, 500,000 steps, 4 MiB of output, 4 MiB for a call, 24 MiB in all, 1,000 deep.
     *
     * <p>What takes long is worth many steps: so many are enough for one new key of RSA with 4096 bits or of DSA ({@code
     * genPrivateKey}), or six with 2048 bits ({@code genCA}, {@code genSignedCert}), or 24 hashes of bcrypt.
     */
    public static final Limits STANDARD = new Limits(100_000, 500_000, 4 << 20, 4 << 20, 24L << 20, 1_000);

    public Limits {
        if (parts < 1 || steps < 1 || outputBytes < 1 || callBytes < 1 || totalBytes < 1 || depth < 1) {
            throw new IllegalArgumentException("every limit of a template must be at least 1");
        }
    }
}
