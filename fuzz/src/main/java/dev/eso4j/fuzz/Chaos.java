package dev.eso4j.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Makes input that nobody would write in good faith. Everything follows from the seed. Not thread-safe. */
public final class Chaos {
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\u0000",
            "\u0007",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "\u00a0",
            "é",
            "e\u0301",
            "\u200b",
            "\u202e",
            "\u2028",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "\udbff\udfff",
            "İ",
            "ß",
            "ﬁ",
            "%s",
            "%n",
            "${x}",
            "{{ .x }}",
            "$1",
            "..",
            "../..",
            "/",
            "\\",
            "'",
            "\"",
            "`",
            "#",
            "null",
            "~",
            "true",
            "yes",
            "<<",
            "*",
            "&a",
            "!!binary",
            "-",
            "---",
            "...",
            "__proto__",
            "a: b",
            "[",
            "{",
            "]",
            "}",
            ",",
            ":");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "00",
            "0x7fffffff",
            "0o17",
            "0b1",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551616",
            "1e400",
            "-1e400",
            "1e999999999",
            "1e-999999999",
            "1E2147483648",
            "1e99999999999999999999",
            "0.1",
            ".5",
            "5.",
            "1_000",
            "NaN",
            ".inf",
            "-.INF",
            "Infinity",
            "1e",
            "--1",
            "+1",
            "1:30",
            "٣");

    private final SplittableRandom random;

    /** Creates one of which everything follows from {@code seed}. */
    public Chaos(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns a number from 0 to below {@code bound}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns true in {@code percent} of 100 cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns one of them. */
    public <T> T pick(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns one of them. */
    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns what one of them makes. */
    @SafeVarargs
    public final <T> T either(Supplier<? extends T>... makers) {
        return makers[random.nextInt(makers.length)].get();
    }

    /** Returns bytes. */
    public byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns a short plain word. */
    public String word() {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + below(8); i > 0; i--) {
            out.append((char) ('a' + below(26)));
        }
        return out.toString();
    }

    /** Returns a text of at most about 100 characters, some of them strange. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (int i = below(9); i > 0; i--) {
            switch (below(6)) {
                case 0 -> out.append(word());
                case 1 -> out.append(number());
                case 2 -> out.appendCodePoint(below(Character.MAX_CODE_POINT + 1));
                case 3 -> out.append((char) below(0x180));
                default -> out.append(pick(ODD));
            }
        }
        return out.toString();
    }

    /** Returns a text out of {@code tokens}, at most {@code most} of them. */
    public String tokens(List<String> tokens, int most) {
        StringBuilder out = new StringBuilder();
        for (int i = below(most + 1); i > 0; i--) {
            out.append(chance(5) ? text() : pick(tokens));
        }
        return out.toString();
    }

    /** Returns a number, often one that is too large for something. */
    public String number() {
        return chance(80) ? pick(NUMBERS) : Integer.toString(below(2) == 0 ? below(100) : -below(Integer.MAX_VALUE));
    }

    /** Returns {@code inner} between {@code depth} times {@code open} and {@code close}. */
    public static String nested(String open, String inner, String close, int depth) {
        return open.repeat(depth) + inner + close.repeat(depth);
    }

    /** Returns JSON, right or nearly so, not nested deeper than {@code depth}. */
    public String json(int depth) {
        StringBuilder out = new StringBuilder();
        json(out, depth);
        return out.toString();
    }

    private void json(StringBuilder out, int depth) {
        int kind = below(depth > 0 ? 8 : 5);
        switch (kind) {
            case 0 -> out.append(number());
            case 1 -> out.append(pick("true", "false", "null"));
            case 2, 3, 4 -> jsonText(out);
            case 5 -> {
                out.append('[');
                for (int i = below(4); i > 0; i--) {
                    json(out, depth - 1);
                    out.append(i > 1 || chance(3) ? "," : "");
                }
                out.append(']');
            }
            default -> {
                out.append('{');
                for (int i = below(5); i > 0; i--) {
                    if (chance(60)) {
                        out.append('"').append(pick("a", "b", "c.d", "é")).append('"');
                    } else {
                        jsonText(out);
                    }
                    out.append(chance(20) ? " : " : ":");
                    json(out, depth - 1);
                    out.append(i > 1 || chance(3) ? "," : "");
                }
                out.append('}');
            }
        }
    }

    private void jsonText(StringBuilder out) {
        out.append('"');
        String text = text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || chance(3)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Returns {@code good} with a few changes: parts removed, doubled, moved, replaced by strange texts and numbers. */
    public String mutate(String good) {
        StringBuilder text = new StringBuilder(good);
        for (int i = 1 + below(chance(80) ? 2 : 8); i > 0 && text.length() > 0; i--) {
            int at = below(text.length());
            int end = Math.min(text.length(), at + 1 + below(chance(70) ? 4 : 60));
            switch (below(9)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(below(text.length()), text.substring(at, end));
                case 3 -> text.insert(at, pick(ODD));
                case 4 -> text.replace(at, end, number());
                case 5 -> text.setCharAt(at, (char) below(0x100));
                case 6 -> text.setLength(chance(30) ? at : text.length());
                case 7 -> value(text, at);
                default -> text.insert(at, pick("\n", "  ", "\n  ", "\n- ", ": ", "\t"));
            }
        }
        return text.toString();
    }

    /** Replaces what stands after the next colon. */
    private void value(StringBuilder text, int from) {
        int colon = text.indexOf(": ", from);
        int end = colon < 0 ? -1 : text.indexOf("\n", colon);
        if (end > 0) {
            text.replace(
                    colon + 2,
                    end,
                    either(this::number, this::text, () -> json(3), () -> "[]", () -> "{}", () -> "null"));
        }
    }

    /** Returns {@code good} with a few bytes changed, removed or added. */
    public byte[] mutate(byte[] good) {
        byte[] out = good.clone();
        for (int i = 1 + below(4); i > 0 && out.length > 0; i--) {
            out[below(out.length)] = (byte) below(256);
        }
        return chance(30) ? java.util.Arrays.copyOf(out, below(out.length + 1)) : out;
    }
}
