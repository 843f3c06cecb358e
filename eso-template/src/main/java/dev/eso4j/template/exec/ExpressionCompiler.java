package dev.eso4j.template.exec;

import dev.eso4j.template.functions.Function;
import dev.eso4j.template.functions.FunctionRegistry;
import dev.eso4j.template.parse.Node;
import java.util.List;

/** Compiles pipelines, commands and operands, in the order in which they are evaluated. */
final class ExpressionCompiler {
    private static final Argument[] NONE = {};

    private final FunctionRegistry functions;
    private final Variables variables;
    private boolean costly;

    ExpressionCompiler(FunctionRegistry functions, Variables variables) {
        this.functions = functions;
        this.variables = variables;
    }

    Variables variables() {
        return variables;
    }

    /** Whether there was a call of a function that a trial run does without. */
    boolean costly() {
        return costly;
    }

    Expression pipeline(Node.Pipeline pipeline) {
        List<Node.Command> nodes = pipeline.commands();
        Expression[] commands = new Expression[nodes.size()];
        for (int i = 0; i < commands.length; i++) {
            commands[i] = command(nodes.get(i), i > 0);
        }
        Assignment[] assignments = assignments(pipeline, true);
        return commands.length == 1 && assignments.length == 0
                ? commands[0]
                : new Expression.Pipe(commands, assignments);
    }

    /** What a pipeline's variables are; {@code declares} is for the one time that new ones come into being. */
    Assignment[] assignments(Node.Pipeline pipeline, boolean declares) {
        List<String> names = pipeline.variables();
        Assignment[] assignments = new Assignment[names.size()];
        for (int i = 0; i < assignments.length; i++) {
            String name = names.get(i);
            int index = pipeline.assigns() ? variables.index(name) : Assignment.NEW;
            assignments[i] = new Assignment(name, index, Place.of(pipeline));
            if (declares && !pipeline.assigns()) {
                variables.declare(name);
            }
        }
        return assignments;
    }

    private Expression command(Node.Command command, boolean piped) {
        List<Node.Operand> operands = command.operands();
        Node.Operand first = operands.get(0);
        List<Node.Operand> rest = operands.subList(1, operands.size());
        Place place = Place.of(first);
        if (first instanceof Node.Identifier identifier) {
            return call(identifier, rest, piped, Place.of(command));
        } else if (first instanceof Node.Field field) {
            return fields(new Expression.Dot(), field.names(), rest, piped, place);
        } else if (first instanceof Node.Chain chain) {
            return fields(operand(chain.of()), chain.fields(), rest, piped, place);
        } else if (first instanceof Node.Variable variable && !variable.fields().isEmpty()) {
            return fields(variable(variable), variable.fields(), rest, piped, place);
        } else if (piped || !rest.isEmpty()) {
            return new Expression.Failure(place, "can't give argument to non-function");
        } else if (first instanceof Node.Nil) {
            return new Expression.Failure(place, "nil is not a command");
        }
        return operand(first);
    }

    private Expression operand(Node.Operand node) {
        if (node instanceof Node.Identifier identifier) {
            return call(identifier, List.of(), false, Place.of(node));
        } else if (node instanceof Node.Pipeline pipeline) {
            return pipeline(pipeline);
        } else if (node instanceof Node.Variable variable) {
            Expression value = variable(variable);
            return variable.fields().isEmpty()
                    ? value
                    : fields(value, variable.fields(), List.of(), false, Place.of(node));
        } else if (node instanceof Node.Field field) {
            return fields(new Expression.Dot(), field.names(), List.of(), false, Place.of(node));
        } else if (node instanceof Node.Chain chain) {
            return fields(operand(chain.of()), chain.fields(), List.of(), false, Place.of(node));
        } else if (node instanceof Node.Dot) {
            return new Expression.Dot();
        } else if (node instanceof Node.Number number) {
            Object value = number.value().natural();
            return value == null
                    ? new Expression.Failure(Place.of(node), number.value().text() + " overflows int")
                    : new Expression.Constant(value);
        } else if (node instanceof Node.Literal literal) {
            return new Expression.Constant(literal.value());
        } else if (node instanceof Node.Bool bool) {
            return new Expression.Constant(bool.value());
        }
        return new Expression.Constant(null);
    }

    private Expression variable(Node.Variable node) {
        int index = variables.index(node.name());
        return index >= 0 ? new Expression.Slot(index) : new Expression.Named(node.name(), Place.of(node));
    }

    private Expression fields(Expression of, List<String> names, List<Node.Operand> rest, boolean piped, Place place) {
        return new FieldExpression(of, names.toArray(new String[0]), arguments(rest), piped, place);
    }

    private Argument[] arguments(List<Node.Operand> nodes) {
        if (nodes.isEmpty()) {
            return NONE;
        }
        Argument[] arguments = new Argument[nodes.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(nodes.get(i));
        }
        return arguments;
    }

    private Argument argument(Node.Operand node) {
        boolean literal = node instanceof Node.Nil
                || node instanceof Node.Bool
                || node instanceof Node.Number
                || node instanceof Node.Literal;
        return literal ? new Argument.Literal(node) : new Argument.Computed(operand(node), Place.of(node));
    }

    private Expression call(Node.Identifier identifier, List<Node.Operand> rest, boolean piped, Place place) {
        Function function = functions.function(identifier.name());
        if (function == null) {
            return new Expression.Failure(place, "\"" + identifier.name() + "\" is not a defined function");
        }
        int count = rest.size() + (piped ? 1 : 0);
        if (!function.takes(count)) {
            return new Expression.Failure(Place.of(identifier), CallExpression.wrongNumber(function, 0, count));
        }
        costly |= function.trial() != null;
        boolean or = function.name().equals("or");
        if (or || function.name().equals("and")) {
            return shortCircuit(rest, or, piped);
        }
        Argument[] arguments = arguments(rest);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Argument.Literal literal) {
                arguments[i] = literal.as(function.parameter(i));
            }
        }
        return new CallExpression(function, arguments, piped, place);
    }

    private Expression shortCircuit(List<Node.Operand> rest, boolean or, boolean piped) {
        Argument[] arguments = new Argument[rest.size()];
        for (int i = 0; i < arguments.length; i++) {
            if (i > 0) {
                variables.enterConditional();
            }
            arguments[i] = argument(rest.get(i));
            if (i > 0) {
                variables.leaveConditional();
            }
        }
        return new Expression.ShortCircuit(arguments, or, piped);
    }
}
