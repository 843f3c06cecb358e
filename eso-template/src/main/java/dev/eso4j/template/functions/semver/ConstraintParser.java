package dev.eso4j.template.functions.semver;

import dev.eso4j.template.functions.FunctionException;
import java.util.ArrayList;
import java.util.List;

/** Reads conditions that are separated by spaces or commas. */
final class ConstraintParser {
    /** Longer ones first. */
    private static final List<String> OPERATORS = List.of("!=", ">=", "=>", "<=", "=<", "~>", "=", ">", "<", "~", "^");

    private final String text;
    private int at;

    ConstraintParser(String text) {
        this.text = text;
    }

    List<Constraint> group() {
        List<Constraint> conditions = new ArrayList<>();
        skipSpace();
        boolean separated = true;
        do {
            String operator = operator();
            skipSpace();
            Constraint condition = condition(operator);
            boolean range = range();
            if (range) {
                // Upstream puts ">= A, <= B" in the place of "A - B", and only here the result can be read.
                if (!operator.isEmpty() || !conditions.isEmpty() && !separated) {
                    throw improper();
                }
                conditions.add(new Constraint(">=", condition.version(), condition.written()));
                condition = condition("<=");
            }
            conditions.add(condition);
            int end = at;
            skipSpace();
            separated = at < text.length() && text.charAt(at) == ',';
            if (separated) {
                at++;
                skipSpace();
            } else if (at == end && at < text.length() && !range) {
                throw improper();
            }
            if (separated && at == text.length()) {
                throw improper();
            }
        } while (at < text.length());
        return conditions;
    }

    private boolean range() {
        int start = at;
        if (skipSpace() && at < text.length() && text.charAt(at) == '-') {
            at++;
            if (skipSpace()) {
                return true;
            }
        }
        at = start;
        return false;
    }

    private boolean skipSpace() {
        int start = at;
        while (at < text.length() && "\t\n\f\r ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > start;
    }

    private String operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return operator;
            }
        }
        return "";
    }

    private Constraint condition(String operator) {
        at += at < text.length() && text.charAt(at) == 'v' ? 1 : 0;
        List<String> numbers = new ArrayList<>();
        do {
            int start = at;
            while (at < text.length() && "0123456789xX*|".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at == start) {
                throw improper();
            }
            numbers.add(text.substring(start, at));
        } while (numbers.size() < 3 && skip('.'));
        String prerelease = skip('-') ? identifiers() : "";
        if (skip('+')) {
            identifiers();
        }
        int written = 0;
        StringBuilder version = new StringBuilder();
        while (written < numbers.size() && !"xX*".contains(numbers.get(written))) {
            version.append(written == 0 ? "" : ".").append(numbers.get(written++));
        }
        version.append(written == 0 ? "0" : "").append(prerelease.isEmpty() ? "" : "-" + prerelease);
        String canonical = switch (operator) {
            case "=>" -> ">=";
            case "=<" -> "<=";
            case "~>" -> "~";
            case "" -> "=";
            default -> operator;
        };
        return new Constraint(canonical, Version.parse(version.toString()), written);
    }

    private boolean skip(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private String identifiers() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == '.' || Version.identifiers(text.substring(at, at + 1)))) {
            at++;
        }
        String identifiers = text.substring(start, at);
        if (!Version.identifiers(identifiers)) {
            throw improper();
        }
        return identifiers;
    }

    private FunctionException improper() {
        return new FunctionException("improper constraint: something else was expected at byte " + at + " of a group");
    }
}
