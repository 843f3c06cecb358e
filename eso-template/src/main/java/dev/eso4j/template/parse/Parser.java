package dev.eso4j.template.parse;

import dev.eso4j.template.parse.Token.Kind;
import dev.eso4j.template.value.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parses the text of a template into its own tree and those that it defines. */
public final class Parser {
    private final Tokens tokens;
    private final PipelineParser pipelines;
    private final Map<String, Node.Sequence> trees = new LinkedHashMap<>();

    private Parser(String text, Delimiters delimiters, int limit, Predicate<String> functions) {
        tokens = new Tokens(text, delimiters, limit);
        pipelines = new PipelineParser(tokens, functions);
    }

    /**
     * The trees by name, the text's own under {@code name}.
     *
     * @param text the bytes of the template
     * @param limit how many parts there may be
     * @param functions which names are functions
     * @throws SyntaxException if the text is not in the language
     */
    public static Trees parse(String name, String text, Delimiters delimiters, int limit, Predicate<String> functions) {
        Parser parser = new Parser(text, delimiters, limit, functions);
        parser.add(name, parser.top(), text.length());
        return new Trees(parser.trees, parser.tokens.count());
    }

    private Node.Sequence top() {
        List<Node> nodes = new ArrayList<>();
        Body body = new Body(new Scope());
        while (tokens.peek().kind() != Kind.EOF) {
            Token first = tokens.next();
            if (first.kind() == Kind.LEFT_DELIMITER) {
                Token keyword = tokens.nextNonSpace();
                if (keyword.kind() == Kind.DEFINE) {
                    definition();
                    continue;
                }
                tokens.back(keyword);
            }
            tokens.back(first);
            Node node = body.node();
            if (node instanceof Node.Terminator end) {
                throw new SyntaxException(end.at(), "unexpected " + (end.otherwise() ? "{{else}}" : "{{end}}"));
            }
            nodes.add(node);
        }
        return new Node.Sequence(0, List.copyOf(nodes));
    }

    private void definition() {
        Token name = tokens.nextNonSpace();
        String unquoted = name(name, "define clause");
        tokens.expect(Kind.RIGHT_DELIMITER, "define clause");
        add(unquoted, new Body(new Scope()).untilEnd("define clause", name), name.at());
    }

    private static String name(Token token, String context) {
        if (token.kind() != Kind.STRING && token.kind() != Kind.RAW_STRING) {
            throw Tokens.unexpected(token, context);
        }
        return Unquoted.string(token);
    }

    private void add(String name, Node.Sequence tree, int at) {
        Node.Sequence known = trees.get(name);
        if (known == null || empty(known)) {
            trees.put(name, tree);
        } else if (!empty(tree)) {
            throw new SyntaxException(at, "multiple definition of a template with this name");
        }
    }

    private static boolean empty(Node.Sequence tree) {
        for (Node node : tree.nodes()) {
            if (!(node instanceof Node.Text text) || !Bytes.blank(text.text())) {
                return false;
            }
        }
        return true;
    }

    /** A sequence of nodes with the variables that it sees, and the loops that it is in. */
    private final class Body {
        private final Scope scope;
        private int loops;
        private Node.@Nullable Terminator end;

        Body(Scope scope) {
            this.scope = scope;
        }

        Node.Sequence untilEnd(String context, Token at) {
            Node.Sequence sequence = sequence(at);
            if (end != null && end.otherwise()) {
                throw new SyntaxException(end.at(), "unexpected {{else}} in " + context);
            }
            return sequence;
        }

        private Node.Sequence sequence(Token at) {
            tokens.enter(at, PipelineParser.NESTING);
            List<Node> nodes = new ArrayList<>();
            while (true) {
                Token token = tokens.peekNonSpace();
                if (token.kind() == Kind.EOF) {
                    throw new SyntaxException(token.at(), "unexpected EOF");
                }
                Node node = node();
                if (node instanceof Node.Terminator terminator) {
                    end = terminator;
                    tokens.leave();
                    return new Node.Sequence(at.at(), List.copyOf(nodes));
                }
                nodes.add(node);
            }
        }

        Node node() {
            Token token = tokens.nextNonSpace();
            return switch (token.kind()) {
                case TEXT -> new Node.Text(token.at(), token.text());
                case LEFT_DELIMITER -> action();
                default -> throw Tokens.unexpected(token, "input");
            };
        }

        private Node action() {
            Token token = tokens.nextNonSpace();
            int at = token.at();
            switch (token.kind()) {
                case BLOCK:
                    return block(token);
                case BREAK, CONTINUE:
                    return loopControl(token);
                case ELSE:
                    Kind following = tokens.peekNonSpace().kind();
                    if (following != Kind.IF && following != Kind.WITH) {
                        tokens.expect(Kind.RIGHT_DELIMITER, "else");
                    }
                    return new Node.Terminator(at, true);
                case END:
                    tokens.expect(Kind.RIGHT_DELIMITER, "end");
                    return new Node.Terminator(at, false);
                case IF, RANGE, WITH:
                    return control(token);
                case TEMPLATE:
                    return invocation(token);
                default:
                    tokens.back(token);
                    return new Node.Action(at, pipelines.pipeline("command", Kind.RIGHT_DELIMITER, scope));
            }
        }

        private Node loopControl(Token token) {
            tokens.expect(Kind.RIGHT_DELIMITER, "{{" + token.text() + "}}");
            if (loops == 0) {
                throw new SyntaxException(token.at(), "{{" + token.text() + "}} outside {{range}}");
            }
            return token.kind() == Kind.BREAK ? new Node.Break(token.at()) : new Node.Continue(token.at());
        }

        private Node control(Token keyword) {
            int mark = scope.mark();
            Kind kind = keyword.kind();
            Node.Pipeline pipeline = pipelines.pipeline(keyword.text(), Kind.RIGHT_DELIMITER, scope);
            loops += kind == Kind.RANGE ? 1 : 0;
            Node.Sequence body = sequence(keyword);
            loops -= kind == Kind.RANGE ? 1 : 0;
            Node.Sequence otherwise = null;
            if (end != null && end.otherwise()) {
                Token next = tokens.peek();
                if (kind != Kind.RANGE && next.kind() == kind) {
                    tokens.next();
                    tokens.enter(next, PipelineParser.NESTING);
                    otherwise = new Node.Sequence(next.at(), List.of(control(next)));
                    tokens.leave();
                } else {
                    otherwise = sequence(keyword);
                    if (end.otherwise()) {
                        throw new SyntaxException(end.at(), "expected end; found {{else}}");
                    }
                }
            }
            scope.reset(mark);
            return switch (kind) {
                case IF -> new Node.If(keyword.at(), pipeline, body, otherwise);
                case WITH -> new Node.With(keyword.at(), pipeline, body, otherwise);
                default -> new Node.Range(keyword.at(), pipeline, body, otherwise);
            };
        }

        private Node block(Token keyword) {
            Token name = tokens.nextNonSpace();
            String unquoted = name(name, "block clause");
            Node.Pipeline pipeline = pipelines.pipeline("block clause", Kind.RIGHT_DELIMITER, scope);
            add(unquoted, new Body(new Scope()).untilEnd("block clause", name), name.at());
            return new Node.Invocation(keyword.at(), pipeline.end(), unquoted, pipeline);
        }

        private Node invocation(Token keyword) {
            Token name = tokens.nextNonSpace();
            String unquoted = name(name, "template clause");
            Token next = tokens.nextNonSpace();
            if (next.kind() == Kind.RIGHT_DELIMITER) {
                return new Node.Invocation(name.at(), name.end(), unquoted, null);
            }
            tokens.back(next);
            Node.Pipeline pipeline = pipelines.pipeline("template clause", Kind.RIGHT_DELIMITER, scope);
            return new Node.Invocation(name.at(), pipeline.end(), unquoted, pipeline);
        }
    }
}
