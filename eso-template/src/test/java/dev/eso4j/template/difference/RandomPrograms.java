package dev.eso4j.template.difference;

import dev.eso4j.template.difference.RandomExpressions.Type;
import dev.eso4j.template.difference.RandomExpressions.Variable;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random programs of the language, most of which can be parsed, and data for them. */
final class RandomPrograms {
    private final RandomExpressions expressions;
    private int variable;
    private int loops;

    RandomPrograms(long seed) {
        expressions = new RandomExpressions(new Random(seed));
    }

    Map<String, String> data() {
        Map<String, String> data = new TreeMap<>(Map.of(
                "user",
                "alice",
                "pw",
                "p@ss \"q\" <&>",
                "num",
                "42",
                "empty",
                "",
                "multi",
                "l1\nl2\n",
                "uni",
                "h\u00e9llo \u4e16\ud83d\ude00"));
        data.put("bin", "\u0000\u007f\u00ff");
        return data;
    }

    String program() {
        if (expressions.below(10) == 0) {
            return "{{ $y := " + expressions.yaml() + " }}{{ toJson $y }}{{ toYaml $y }}{{ $y }}";
        }
        String program = statements(1 + expressions.below(4), 3);
        if (expressions.below(6) == 0) {
            program = "{{ define \"t\" }}" + definition() + "{{ end }}" + program + "{{ template \"t\" "
                    + expressions.operand(expressions.type(), 1) + " }}";
        }
        return expressions.below(25) == 0 ? damaged(program) : program;
    }

    private String definition() {
        int outer = loops;
        loops = 0;
        expressions.variables().clear();
        String body = statements(2, 1);
        expressions.variables().clear();
        loops = outer;
        return body;
    }

    /** A program with one character less, or two places exchanged: mostly an error, which both sides must see. */
    private String damaged(String program) {
        int at = program.offsetByCodePoints(0, expressions.below(program.codePointCount(0, program.length())));
        if (expressions.below(2) == 0) {
            return program.substring(0, at) + program.substring(at + Character.charCount(program.codePointAt(at)));
        }
        return program.substring(0, at)
                + expressions.one(new String[] {"}", "{", " ", "|", "(", ")", "\"", "-", ".", "$", ",", "`", "="})
                + program.substring(at);
    }

    private String statements(int count, int depth) {
        StringBuilder text = new StringBuilder();
        int known = expressions.variables().size();
        for (int i = 0; i < count; i++) {
            text.append(text()).append(statement(depth));
        }
        expressions
                .variables()
                .subList(
                        Math.min(known, expressions.variables().size()),
                        expressions.variables().size())
                .clear();
        return text.append(text()).toString();
    }

    private String text() {
        return expressions.one(new String[] {"", "", "x", " ", "\n", " y \n\t", "a: ", "\u00e9", "}", "{ "});
    }

    private String action(String content) {
        String left = expressions.one(new String[] {"{{ ", "{{", "{{ ", "{{- "});
        String right = expressions.one(new String[] {" }}", "}}", " }}", " -}}"});
        boolean number = left.equals("{{") && content.startsWith("-");
        return (number ? "{{ " : left) + content + right;
    }

    private String statement(int depth) {
        int kind = expressions.below(depth > 0 ? 14 : 6);
        Type type = expressions.type();
        switch (kind) {
            case 0, 1, 2, 3, 4:
                return action(expressions.pipeline(type, 3));
            case 5:
                return expressions.one(new String[] {"{{/* c */}}", "{{- /* c */ -}}", "{{/* }} */ -}}"});
            case 6, 7:
                String name = "$v" + (expressions.below(6) == 0 ? 0 : variable++);
                String declared = action(name + " := " + expressions.pipeline(type, 2));
                expressions.variables().add(new Variable(name, type));
                return declared;
            case 8:
                if (expressions.variables().isEmpty()) {
                    return action("$none");
                }
                Variable known = expressions
                        .variables()
                        .get(expressions.below(expressions.variables().size()));
                return action(known.name() + " = " + expressions.pipeline(known.type(), 2));
            case 9, 10:
                String otherwise = expressions.below(2) == 0
                        ? ""
                        : expressions.below(2) == 0
                                ? action("else") + statements(1, depth - 1)
                                : action("else if " + expressions.pipeline(Type.BOOL, 1)) + statements(1, depth - 1);
                return action("if " + expressions.pipeline(type, 2))
                        + statements(2, depth - 1)
                        + otherwise
                        + action("end");
            case 11:
                return action("with " + expressions.pipeline(type, 2))
                        + statements(1, depth - 1)
                        + (expressions.below(2) == 0 ? action("else") + statements(1, depth - 1) : "")
                        + action("end");
            case 12:
                return loops > 0 ? action(expressions.one(new String[] {"break", "continue"})) : action(".user");
            default:
                return range(depth);
        }
    }

    private String range(int depth) {
        String over = expressions.one(new String[] {"list", "dict", "int", "root"});
        String ranged = switch (over) {
            case "list" -> expressions.pipeline(Type.LIST, 2);
            case "dict" -> expressions.pipeline(Type.DICT, 2);
            case "int" -> String.valueOf(expressions.below(4));
            default -> "$";
        };
        int known = expressions.variables().size();
        String declared = "";
        if (expressions.below(2) == 0) {
            String element = "$v" + variable++;
            expressions.variables().add(new Variable(element, Type.ANY));
            declared = expressions.below(2) == 0 ? element + " := " : "$i, " + element + " := ";
        }
        loops++;
        String body = statements(2, depth - 1);
        loops--;
        String text = action("range " + declared + ranged)
                + body
                + (expressions.below(3) == 0 ? action("else") + statements(1, depth - 1) : "")
                + action("end");
        expressions.variables().subList(known, expressions.variables().size()).clear();
        return text;
    }
}
