package dev.eso4j.standalone;

/** What the process says when it ends. */
final class ExitCode {
    /** All went well. */
    static final int DONE = 0;
    /** Something unexpected failed. */
    static final int FAILURE = 1;
    /** The command line or an input file is wrong. */
    static final int USAGE = 2;
    /** Something was checked and found wrong, and nothing was written. */
    static final int CHECK_FAILED = 3;
    /** A rule of safety forbids it. */
    static final int REFUSED = 5;
    /** Some things were written and some failed. */
    static final int PARTIAL = 6;
    /** Something is not permitted. */
    static final int NOT_PERMITTED = 7;

    private ExitCode() {}
}
