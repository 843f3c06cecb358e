package dev.eso4j.template.limit;

/**
 * The account of one execution: everything that costs time or memory is charged here, and only here.
 *
 * <p>Charge <em>before</em> the work: {@code budget.allocate(n)} and then {@code new byte[n]}. A text that a
 * function returns is charged by the engine after the call; whoever makes a list or map charges its {@link #elements}, and whoever
 * makes a text that can be much longer than the arguments charges that first. Not thread-safe.
 */
public final class Budget {
    private final Limits limits;
    private long steps;
    private long bytes;
    private int depth;
    private boolean exceeded;

    public Budget(Limits limits) {
        this.limits = limits;
        this.steps = limits.steps();
        this.bytes = limits.totalBytes();
    }

    public Limits limits() {
        return limits;
    }

    /** Whether a charge was refused. */
    public boolean exceeded() {
        return exceeded;
    }

    /** Charges one step. */
    public void step() {
        if (--steps < 0) {
            throw tooLong();
        }
    }

    /** Charges several steps; one is about what handling an element of a list or 64 bytes of text costs. */
    public void steps(long count) {
        steps -= Math.max(count, 0);
        if (steps < 0) {
            throw tooLong();
        }
    }

    /** Charges looking once through texts of this length. */
    public void reading(long length) {
        steps(length >> 6);
    }

    /** Charges memory for a value that is about to be made: its bytes, or about 24 for an element of a list or map. */
    public void allocate(long count) {
        if (count > limits.callBytes()) {
            throw refused("a value of more than " + limits.callBytes() + " bytes");
        }
        bytes -= Math.max(count, 0);
        if (bytes < 0) {
            throw refused("more than " + limits.totalBytes() + " bytes of values in all");
        }
    }

    /** Makes sure that a value of up to so many bytes may be made; what it turns out to have is charged later. */
    public void room(long most) {
        if (most > limits.callBytes() || most > bytes) {
            allocate(most);
        }
    }

    /** Charges a list or map of this many elements that is about to be made. */
    public void elements(long count) {
        allocate(count > Integer.MAX_VALUE ? Long.MAX_VALUE : 24 * count);
        steps(count / 8);
    }

    /** Enters a template, a block or a nested value; {@link #leave()} must follow. */
    public void enter() {
        if (++depth > limits.depth()) {
            throw refused("nesting deeper than " + limits.depth());
        }
    }

    public void leave() {
        depth--;
    }

    private LimitExceededException tooLong() {
        return refused("more than " + limits.steps() + " steps");
    }

    private LimitExceededException refused(String what) {
        exceeded = true;
        return new LimitExceededException(what);
    }
}
