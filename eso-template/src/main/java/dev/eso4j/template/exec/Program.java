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
    private volatile int expected = 64;

    private Program(String name, Procedure main, FunctionRegistry functions, MissingKey missingKey) {
        this.name = name;
        this.main = main;
        this.functions = functions;
        this.missingKey = missingKey;
    }

    /** Compiles the trees of a template; {@code name} is the one to begin with. */
    public static Program compile(
            String name, Map<String, Node.Sequence> trees, FunctionRegistry functions, MissingKey missingKey) {
        Procedure main = Compiler.compile(trees, functions).get(name);
        if (main == null) {
            throw new IllegalArgumentException("no tree has the name of the template");
        }
        return new Program(name, main, functions, missingKey);
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
