package dev.eso4j.testkit;

/**
 * What one call of kubectl led to.
 *
 * @param exitCode 0 for success
 * @param out what it printed on standard output
 * @param err what it printed on standard error, where the API server's warnings go too
 */
public record KubectlResult(int exitCode, String out, String err) {
    /** Returns whether the command succeeded. */
    public boolean ok() {
        return exitCode == 0;
    }
}
