package dev.eso4j.template.exec;

import dev.eso4j.template.parse.Node;

/**
 * Where in the text of a template something stands.
 *
 * @param at where messages point
 * @param start the first byte
 * @param end behind the last byte
 */
public record Place(int at, int start, int end) {
    static Place of(Node.Operand node) {
        return new Place(node.at(), node.start(), node.end());
    }

    static Place of(Node.Command command) {
        Node.Operand last = command.operands().get(command.operands().size() - 1);
        return new Place(command.at(), command.at(), last.end());
    }

    ExecutionException raise(String reason) {
        return new ExecutionException(this, null, reason);
    }

    ExecutionException raise(String function, String reason) {
        return new ExecutionException(this, function, "error calling " + function + ": " + reason);
    }
}
