package dev.eso4j.template.parse;

import dev.eso4j.template.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Parses what stands inside of an action. */
final class PipelineParser {
    /** How many parentheses and blocks may stand within each other; each costs some frames of the stack. */
    static final int NESTING = 500;

    private final Tokens tokens;
    private final Predicate<String> functions;

    PipelineParser(Tokens tokens, Predicate<String> functions) {
        this.tokens = tokens;
        this.functions = functions;
    }

    Node.Pipeline pipeline(String context, Kind end, Scope scope) {
        int start = tokens.peekNonSpace().at();
        List<String> variables = new ArrayList<>(2);
        boolean assigns = variables(context, variables, scope);
        List<Node.Command> commands = new ArrayList<>(2);
        while (true) {
            Token token = tokens.nextNonSpace();
            if (token.kind() == end) {
                check(commands, context, token);
                return new Node.Pipeline(
                        start, start, token.at(), assigns, List.copyOf(variables), List.copyOf(commands));
            } else if (!token.kind().operand()) {
                throw Tokens.unexpected(token, context);
            }
            tokens.back(token);
            commands.add(command(scope));
        }
    }

    private boolean variables(String context, List<String> variables, Scope scope) {
        while (true) {
            Token variable = tokens.peekNonSpace();
            if (variable.kind() != Kind.VARIABLE) {
                return false;
            }
            tokens.next();
            Token after = tokens.peek();
            Token next = tokens.peekNonSpace();
            if (next.kind() == Kind.ASSIGN || next.kind() == Kind.DECLARE) {
                tokens.nextNonSpace();
                variables.add(variable.text());
                scope.add(variable.text());
                return next.kind() == Kind.ASSIGN;
            } else if (!next.text().equals(",")) {
                if (after.kind() == Kind.SPACE) {
                    tokens.back(after);
                }
                tokens.back(variable);
                return false;
            }
            tokens.nextNonSpace();
            variables.add(variable.text());
            scope.add(variable.text());
            if (!context.equals("range") || variables.size() > 1) {
                throw new SyntaxException(variable.at(), "too many declarations in " + context);
            }
            Kind following = tokens.peekNonSpace().kind();
            if (following != Kind.VARIABLE && following != Kind.RIGHT_DELIMITER && following != Kind.RIGHT_PAREN) {
                throw new SyntaxException(variable.at(), "range can only initialize variables");
            }
        }
    }

    private static void check(List<Node.Command> commands, String context, Token at) {
        if (commands.isEmpty()) {
            throw new SyntaxException(at.at(), "missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            Node first = commands.get(i).operands().get(0);
            if (constant(first) || first instanceof Node.Dot) {
                throw new SyntaxException(first.at(), "non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    private static boolean constant(Node node) {
        return node instanceof Node.Bool
                || node instanceof Node.Nil
                || node instanceof Node.Number
                || node instanceof Node.Literal;
    }

    private Node.Command command(Scope scope) {
        int at = tokens.peekNonSpace().at();
        List<Node.Operand> operands = new ArrayList<>(4);
        while (true) {
            Token first = tokens.peekNonSpace();
            if (first.kind().operand()) {
                operands.add(operand(scope));
            }
            Token token = tokens.next();
            switch (token.kind()) {
                case SPACE:
                    continue;
                case RIGHT_DELIMITER, RIGHT_PAREN:
                    tokens.back(token);
                    break;
                case PIPE:
                    break;
                default:
                    throw Tokens.unexpected(token, "operand");
            }
            return new Node.Command(at, List.copyOf(operands));
        }
    }

    private Node.Operand operand(Scope scope) {
        Node.Operand term = term(scope);
        Token dotted = tokens.peek();
        if (dotted.kind() != Kind.FIELD) {
            return term;
        }
        if (constant(term) || term instanceof Node.Dot) {
            throw new SyntaxException(dotted.at(), "unexpected . after a constant or dot");
        }
        List<String> fields = new ArrayList<>(4);
        int end = dotted.at();
        while (tokens.peek().kind() == Kind.FIELD) {
            Token field = tokens.next();
            fields.add(field.text().substring(1));
            end = field.end();
        }
        if (term instanceof Node.Field field) {
            fields.addAll(0, field.names());
            return new Node.Field(dotted.at(), term.start(), end, List.copyOf(fields));
        } else if (term instanceof Node.Variable variable) {
            return new Node.Variable(dotted.at(), term.start(), end, variable.name(), List.copyOf(fields));
        }
        return new Node.Chain(dotted.at(), term.start(), end, term, List.copyOf(fields));
    }

    private Node.Operand term(Scope scope) {
        Token token = tokens.nextNonSpace();
        int at = token.at();
        int end = token.end();
        return switch (token.kind()) {
            case DOT -> new Node.Dot(at);
            case NIL -> new Node.Nil(at);
            case BOOL -> new Node.Bool(at, end, token.text().equals("true"));
            case FIELD -> new Node.Field(at, at, end, List.of(token.text().substring(1)));
            case STRING, RAW_STRING -> new Node.Literal(at, end, Unquoted.string(token));
            case CHARACTER, COMPLEX, NUMBER -> new Node.Number(at, end, Numeral.of(token));
            case IDENTIFIER -> {
                if (!functions.test(token.text())) {
                    throw new UndefinedFunctionException(at, token.text());
                }
                yield new Node.Identifier(at, end, token.text());
            }
            case VARIABLE -> {
                if (!scope.has(token.text())) {
                    throw new SyntaxException(at, "undefined variable \"" + token.text() + "\"");
                }
                yield new Node.Variable(at, at, end, token.text(), List.of());
            }
            case LEFT_PAREN -> {
                tokens.enter(token, NESTING);
                Node.Pipeline inner = pipeline("parenthesized pipeline", Kind.RIGHT_PAREN, scope);
                tokens.leave();
                yield new Node.Pipeline(
                        inner.at(), at, inner.end() + 1, inner.assigns(), inner.variables(), inner.commands());
            }
            default -> throw Tokens.unexpected(token, "operand");
        };
    }
}
