package dev.eso4j.template.exec;

import dev.eso4j.template.functions.FunctionRegistry;
import dev.eso4j.template.functions.Surroundings;
import dev.eso4j.template.limit.LimitExceededException;
import dev.eso4j.template.parse.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled template with those that it defines; immutable and thread-safe. */
public final class Program {
    private final String name;
    private final Procedure main;
    private final FunctionRegistry functions;
    private final MissingKey missingKey;
    private final boolean costly;
    private volatile int expected = 64;

    private Program(String name, Procedure main, FunctionRegistry functions, MissingKey missingKey, boolean costly) {
        this.name = name;
        this.main = main;
        this.functions = functions;
        this.missingKey = missingKey;
        this.costly = costly;
    }

    /** Compiles the trees of a template; {@code name} is the one to begin with. */
    public static Program compile(
            String name, Map<String, Node.Sequence> trees, FunctionRegistry functions, MissingKey missingKey) {
        Map<String, Procedure> procedures = Compiler.compile(trees, functions);
        Procedure main = procedures.get(name);
        if (main == null) {
            throw new IllegalArgumentException("no tree has the name of the template");
        }
        boolean costly = false;
        for (Procedure procedure : procedures.values()) {
            costly |= procedure.costly();
        }
        return new Program(name, main, functions, missingKey, costly);
    }

    /** Whether it calls functions that a trial run does without. */
    public boolean costly() {
        return costly;
    }

    /**
     * Runs it without the work of costly functions, to see whether the limits allow for so many of them.
     *
     * <p>What else goes wrong says nothing: it may come of the values that stand in for theirs.
     *
     * @throws ExecutionException if a limit is exceeded
     */
    public void trial(@Nullable Object data, Surroundings surroundings) {
        Surroundings ours = surroundings.forTrial();
        try {
            run(data, ours);
        } catch (ExecutionException e) {
            if (ours.budget().exceeded()) {
                throw e;
            }
        }
    }

    /**
     * The bytes that the template gives for the data.
     *
     * @throws ExecutionException if it fails, without any output
     */
    public byte[] run(@Nullable Object data, Surroundings surroundings) {
        Execution x = new Execution(name, functions, surroundings, missingKey, expected);
        x.dot = data;
        x.push("$", data);
        try {
            main.body().run(x);
        } catch (ExecutionException e) {
            throw e.in(x.template);
        } catch (LimitExceededException e) {
            throw new ExecutionException(x.place, null, "it would take " + e.getMessage()).in(x.template);
        } catch (StackOverflowError e) {
            throw new ExecutionException(x.place, null, "nested too deeply").in(x.template);
        }
        byte[] rendered = x.out.toArray();
        if (rendered.length > expected) {
            expected = Math.min(rendered.length + 16, 1 << 16);
        }
        return rendered;
    }
}
