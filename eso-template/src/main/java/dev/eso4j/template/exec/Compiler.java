package dev.eso4j.template.exec;

import dev.eso4j.template.exec.Step.Next;
import dev.eso4j.template.functions.FunctionRegistry;
import dev.eso4j.template.parse.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles the trees of a template into steps. */
final class Compiler {
    private final Map<String, Procedure> procedures;
    private final ExpressionCompiler expressions;

    private Compiler(FunctionRegistry functions, Map<String, Procedure> procedures, Variables variables) {
        this.procedures = procedures;
        expressions = new ExpressionCompiler(functions, variables);
    }

    static Map<String, Procedure> compile(Map<String, Node.Sequence> trees, FunctionRegistry functions) {
        Map<String, Procedure> procedures = new HashMap<>();
        trees.keySet().forEach(name -> procedures.put(name, new Procedure()));
        procedures.forEach((name, procedure) -> {
            Node.Sequence tree = Objects.requireNonNull(trees.get(name));
            Variables variables = new Variables(false);
            Compiler compiler = new Compiler(functions, procedures, variables);
            Step step = compiler.sequence(tree);
            if (variables.uncertain()) {
                step = new Compiler(functions, procedures, new Variables(true)).sequence(tree);
            }
            procedure.compiled(step, compiler.expressions.costly());
        });
        return procedures;
    }

    private Step sequence(Node.Sequence sequence) {
        List<Node> nodes = sequence.nodes();
        if (nodes.size() == 1) {
            return step(nodes.get(0));
        }
        Step[] steps = new Step[nodes.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = step(nodes.get(i));
        }
        return new Steps.Sequence(steps);
    }

    private @Nullable Step optional(Node.@Nullable Sequence sequence) {
        return sequence == null ? null : sequence(sequence);
    }

    private Step step(Node node) {
        if (node instanceof Node.Text text) {
            return new Steps.Text(text.text());
        } else if (node instanceof Node.Action action) {
            Node.Pipeline pipeline = action.pipeline();
            boolean silent = !pipeline.variables().isEmpty();
            return new Steps.Print(expressions.pipeline(pipeline), silent, Place.of(pipeline));
        } else if (node instanceof Node.If choice) {
            return condition(choice.pipeline(), choice.body(), choice.otherwise(), false);
        } else if (node instanceof Node.With with) {
            return condition(with.pipeline(), with.body(), with.otherwise(), true);
        } else if (node instanceof Node.Range range) {
            return range(range);
        } else if (node instanceof Node.Invocation invocation) {
            Node.Pipeline pipeline = invocation.pipeline();
            Expression dot = pipeline == null ? null : expressions.pipeline(pipeline);
            Place place = new Place(invocation.at(), invocation.at(), invocation.end());
            return new Steps.Invocation(invocation.name(), procedures.get(invocation.name()), dot, place);
        } else if (node instanceof Node.Break) {
            return new Steps.Jump(Next.BREAK);
        } else if (node instanceof Node.Continue) {
            return new Steps.Jump(Next.CONTINUE);
        } else if (node instanceof Node.Sequence sequence) {
            return sequence(sequence);
        }
        throw new IllegalStateException(node.getClass().getSimpleName() + " stands where no step can be");
    }

    private Step condition(
            Node.Pipeline pipeline, Node.Sequence body, Node.@Nullable Sequence otherwise, boolean setsDot) {
        int mark = expressions.variables().mark();
        Expression condition = expressions.pipeline(pipeline);
        int inner = expressions.variables().mark();
        Step then = sequence(body);
        expressions.variables().reset(inner);
        Step alternative = optional(otherwise);
        expressions.variables().reset(mark);
        return new Steps.Condition(condition, then, alternative, setsDot, Place.of(pipeline));
    }

    private Step range(Node.Range range) {
        int mark = expressions.variables().mark();
        Expression ranged = expressions.pipeline(range.pipeline());
        int inner = expressions.variables().mark();
        Assignment[] variables = expressions.assignments(range.pipeline(), false);
        Step body = sequence(range.body());
        expressions.variables().reset(inner);
        Step alternative = optional(range.otherwise());
        expressions.variables().reset(mark);
        boolean assigns = range.pipeline().assigns();
        return new Steps.Range(ranged, variables, assigns, body, alternative, Place.of(range.pipeline()));
    }
}
