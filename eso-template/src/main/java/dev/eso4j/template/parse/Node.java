package dev.eso4j.template.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template's tree; {@link #at()} is where messages about it point, in bytes from the start of the text. */
public sealed interface Node {
    int at();

    /** A part that is a value or can be called. */
    sealed interface Operand extends Node {
        /** The offset of its first byte. */
        int start();

        /** The offset behind its last byte. */
        int end();
    }

    record Sequence(int at, List<Node> nodes) implements Node {}

    record Text(int at, String text) implements Node {}

    record Action(int at, Pipeline pipeline) implements Node {}

    record If(
            int at,
            Pipeline pipeline,
            Sequence body,
            @Nullable Sequence otherwise) implements Node {}

    record With(
            int at,
            Pipeline pipeline,
            Sequence body,
            @Nullable Sequence otherwise) implements Node {}

    record Range(
            int at,
            Pipeline pipeline,
            Sequence body,
            @Nullable Sequence otherwise) implements Node {}

    record Invocation(
            int at, int end, String name, @Nullable Pipeline pipeline) implements Node {}

    record Break(int at) implements Node {}

    record Continue(int at) implements Node {}

    /** What ends a sequence; it is in no tree. */
    record Terminator(int at, boolean otherwise) implements Node {}

    /**
     * Commands, each of which passes its result to the next, and the variables that take the last result.
     *
     * @param assigns whether the variables exist already
     */
    record Pipeline(int at, int start, int end, boolean assigns, List<String> variables, List<Command> commands)
            implements Operand {}

    record Command(int at, List<Operand> operands) implements Node {}

    record Dot(int at) implements Operand {
        @Override
        public int start() {
            return at;
        }

        @Override
        public int end() {
            return at + 1;
        }
    }

    record Nil(int at) implements Operand {
        @Override
        public int start() {
            return at;
        }

        @Override
        public int end() {
            return at + 3;
        }
    }

    record Bool(int at, int end, boolean value) implements Operand {
        @Override
        public int start() {
            return at;
        }
    }

    record Number(int at, int end, Numeral value) implements Operand {
        @Override
        public int start() {
            return at;
        }
    }

    record Literal(int at, int end, String value) implements Operand {
        @Override
        public int start() {
            return at;
        }
    }

    record Identifier(int at, int end, String name) implements Operand {
        @Override
        public int start() {
            return at;
        }
    }

    record Field(int at, int start, int end, List<String> names) implements Operand {}

    record Variable(int at, int start, int end, String name, List<String> fields) implements Operand {}

    record Chain(int at, int start, int end, Operand of, List<String> fields) implements Operand {}
}
