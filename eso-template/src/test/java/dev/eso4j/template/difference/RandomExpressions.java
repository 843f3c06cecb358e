package dev.eso4j.template.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random expressions of a wanted type, now and then of another one. */
final class RandomExpressions {
    enum Type {
        STRING,
        INT,
        INT64,
        FLOAT,
        BOOL,
        LIST,
        DICT,
        ANY
    }

    record Variable(String name, Type type) {}

    /** Calls by the type of their result; capital letters stand for arguments of the type that begins so. */
    private static final Map<Type, String[]> CALLS = new TreeMap<>(Map.of(
            Type.STRING,
            new String[] {
                "print A",
                "print A A",
                "print A A A",
                "println A A",
                "html A",
                "js A",
                "urlquery A",
                "html A A",
                "upper S",
                "lower S",
                "trim S",
                "trunc # S",
                "substr # # S",
                "quote A A",
                "squote A",
                "cat A A",
                "replace S S S",
                "repeat # S",
                "b64enc S",
                "b64dec S",
                "toString A",
                "join S L",
                "title S",
                "trimPrefix S S",
                "trimSuffix S S",
                "trimAll S S",
                "indent # S",
                "nindent # S",
                "toJson A",
                "toRawJson A",
                "sha256sum S",
                "typeOf A",
                "kindOf A",
                "snakecase S",
                "kebabcase S",
                "camelcase S",
                "abbrev # S",
                "wrap # S",
                "wrapWith # S S",
                "initials S",
                "swapcase S",
                "untitle S",
                "nospace S",
                "index . \"user\"",
                "ternary S S B",
                "b32enc S",
                "adler32sum S",
                "plural S S #",
                "seq # #",
                "toPrettyJson D",
                "base S",
                "dir S",
                "clean S",
                "ext S",
                "regexReplaceAll \"[a-c]+\" S S",
                "toYaml A",
                "toYaml D",
                "toYaml (dict S S)",
                "regexReplaceAll \"(b|l*)(.)?\" S \"<$2$1${0}>\"",
                "mustRegexReplaceAllLiteral \"[^a-z]\" S S",
                "regexFind \"[a-z]+ ?\" S",
                "regexQuoteMeta S",
                "abbrevboth # # S",
                "trimall S S",
                "sha1sum S",
                "sha512sum S",
                "b32dec S",
                "osBase S",
                "osDir S",
                "osExt S",
                "duration A",
                "durationRound A",
                "date S (toDate \"2006-01-02\" \"2024-02-29\")",
                "dateInZone \"Jan _2 15:04 MST\" (toDate \"2006-01-02\" \"2024-07-01\") \"Europe/Berlin\"",
                "htmlDate (toDate \"2006-01-02\" \"1999-12-31\")",
                "unixEpoch (toDate \"2006-01-02\" \"1999-12-31\")",
                "urlJoin (urlParse S)",
                "urlJoin D",
                "mustToJson A",
                "mustToPrettyJson A",
                "(semver \"v1.2-x\").Original",
                "toString (semver \"1.2.3-rc.1+b\").IncMinor"
            },
            Type.INT,
            new String[] {"len S", "len L", "len D", "int A", "atoi S", "len A", "len S"},
            Type.INT64,
            new String[] {
                "add A A",
                "sub A A",
                "mul A A A",
                "div A A",
                "mod A A",
                "max A A",
                "biggest A A",
                "min A A",
                "int64 A",
                "add1 A",
                "toDecimal A"
            },
            Type.FLOAT,
            new String[] {
                "float64 A",
                "floor A",
                "ceil A",
                "round F #",
                "addf F F",
                "mulf F F",
                "maxf A A",
                "minf A A",
                "subf F F",
                "divf F F",
                "add1f A",
                "addf A A A"
            },
            Type.BOOL,
            new String[] {
                "eq S S",
                "eq I I",
                "eq A A",
                "eq A A A",
                "ne A A",
                "lt S S",
                "lt I I",
                "le F F",
                "gt A A",
                "ge I N",
                "not A",
                "empty A",
                "contains S S",
                "hasPrefix S S",
                "hasSuffix S S",
                "has A L",
                "hasKey D S",
                "deepEqual A A",
                "all A A",
                "any A A",
                "kindIs S A",
                "typeIs S A",
                "typeIsLike S A",
                "regexMatch \"^[a-z ]+$\" S",
                "isAbs S",
                "mustHas A L",
                "semverCompare \">=1.2 <2 || ~3.1 || ^0.2\" (print # \".\" #)",
                "hasKey (fromYaml S) \"Error\""
            },
            Type.LIST,
            new String[] {
                "list A",
                "list A A",
                "list A A A",
                "list",
                "splitList S S",
                "until #",
                "untilStep # # #",
                "append L A",
                "prepend L A",
                "rest L",
                "initial L",
                "reverse L",
                "uniq L",
                "compact L",
                "without L A",
                "concat L L",
                "slice L # #",
                "sortAlpha L",
                "toStrings L",
                "chunk 2 L",
                "tuple A A",
                "mustAppend L A",
                "push L A",
                "mustSlice L #",
                "regexFindAll \"[a-z]?\" S #",
                "regexSplit \"[ ,]\" S #",
                "values (dict \"a\" A)",
                "pluck S D D",
                "sortAlpha (keys D)",
                "fromJson \"[1, \\\"a\\\", null, [2.5], {\\\"x\\\": true}]\""
            },
            Type.DICT,
            new String[] {
                "dict",
                "dict S A",
                "dict S A S A",
                "set D S A",
                "merge D D",
                "mergeOverwrite D D",
                "pick D S",
                "omit D S",
                "unset D S",
                "fromJson (toJson D)",
                "deepCopy D",
                "mustMerge D D",
                "mustMergeOverwrite D D",
                "urlParse S",
                "mustFromJson (toJson D)",
                "fromYaml (toYaml D)",
                "yaml"
            },
            Type.ANY,
            new String[] {
                "or A A",
                "and A A",
                "or A A A",
                "default A A",
                "coalesce A A",
                "first L",
                "last L",
                "index L #",
                "index D S",
                "get D S",
                "dig \"a\" A D",
                "index A A",
                "ternary A A B",
                "fromJson S",
                "splitn S # S",
                "split S S",
                "mustFirst L",
                "mustDeepCopy D"
            }));

    private final Random random;
    private final List<Variable> variables = new ArrayList<>();

    RandomExpressions(Random random) {
        this.random = random;
    }

    List<Variable> variables() {
        return variables;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    Type type() {
        return one(Type.values());
    }

    /** An operand: something that can stand among the arguments of a call. */
    String operand(Type type, int depth) {
        if (below(150) == 0) {
            return operand(type(), depth - 1);
        } else if (depth <= 0 || below(3) == 0) {
            return leaf(type);
        }
        return "(" + pipeline(type, depth - 1) + ")";
    }

    /** A pipeline without the delimiters. */
    String pipeline(Type type, int depth) {
        String call = type == Type.STRING && below(5) == 0 ? "printf" : one(CALLS.get(type));
        if (call.equals("printf")) {
            return printf(depth);
        } else if (call.equals("yaml")) {
            return yaml();
        }
        String[] words = call.split(" ");
        StringBuilder text = new StringBuilder();
        boolean literal = call.contains("\"") || call.contains("(");
        String piped = "";
        for (int i = 0; i < words.length; i++) {
            String word = literal && words[i].length() > 1 ? words[i] : argument(words[i], depth);
            boolean last = i == words.length - 1;
            if (last && i > 0 && !literal && below(4) == 0 && !word.startsWith("nil")) {
                piped = word + one(new String[] {" | ", "|", " |"});
            } else {
                text.append(i == 0 ? "" : " ").append(word);
            }
        }
        return piped + text;
    }

    /** A document that is read. What an error says is different, so it is left out. */
    String yaml() {
        return "omit (fromYaml " + RandomYaml.literal(random) + ") \"Error\"";
    }

    private String argument(String word, int depth) {
        return switch (word) {
            case "S" -> operand(Type.STRING, depth);
            case "I" -> operand(Type.INT, depth);
            case "N" -> operand(Type.INT64, depth);
            case "F" -> operand(Type.FLOAT, depth);
            case "B" -> operand(Type.BOOL, depth);
            case "L" -> operand(Type.LIST, depth);
            case "D" -> operand(Type.DICT, depth);
            case "A" -> operand(type(), depth);
            // Small: the other side has no bounds, and would make lists and texts of any size.
            case "#" -> below(6) == 0 ? "(int (mod " + operand(Type.INT, depth) + " 9))" : String.valueOf(below(9) - 1);
            default -> word;
        };
    }

    private String printf(int depth) {
        StringBuilder format = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        int count = 1 + below(3);
        for (int i = 0; i < count; i++) {
            format.append(one(new String[] {"", "a", " ", "|"})).append('%');
            for (int flags = below(3); flags > 0; flags--) {
                format.append(one(new String[] {"+", "-", "#", "0", " "}));
            }
            format.append(one(new String[] {"", "", "", "3", "8", "[1]", "[2]", "[9]", "*"}));
            format.append(one(new String[] {"", "", "", ".0", ".2", ".10", ".", ".*"}));
            format.append("vvvdsqxXtTcUeEfFgGboOz%w!".charAt(below(25)));
            arguments.append(' ').append(operand(type(), depth - 1));
        }
        return "printf " + (below(20) == 0 ? operand(Type.STRING, 1) : "\"" + format + "\"") + arguments;
    }

    private String leaf(Type type) {
        List<Variable> known = variables.stream()
                .filter(v -> v.type() == type || type == Type.ANY)
                .toList();
        if (!known.isEmpty() && below(3) == 0) {
            return known.get(below(known.size())).name();
        }
        return switch (type) {
            case STRING -> below(2) == 0 ? one(Samples.TEXTS) : (below(4) == 0 ? "$." : ".") + one(Samples.KEYS);
            case INT -> one(Samples.INTS);
            case INT64 -> "(int64 " + one(Samples.INTS) + ")";
            case FLOAT -> one(Samples.FLOATS);
            case BOOL -> below(2) == 0 ? "true" : "false";
            case LIST -> below(2) == 0 ? "(list 1 \"a\" 2.5 nil)" : "(list \"b\" \"a\")";
            case DICT -> below(2) == 0 ? "(dict \"a\" 1 \"b\" (list 1))" : "(dict)";
            case ANY -> below(8) == 0 ? "nil" : below(8) == 0 ? "." : leaf(Type.values()[below(7)]);
        };
    }
}
