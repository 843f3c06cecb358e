package dev.eso4j.template.difference;

/** Literals as they are written in templates, and the keys of the data. */
final class Samples {
    static final String[] KEYS = {"user", "pw", "num", "empty", "multi", "uni", "bin"};
    static final String[] TEXTS = {
        "\"\"",
        "\"a\"",
        "\"abc\"",
        "\"a b c\"",
        "\"\\u00e9\\x41\\101\"",
        "\"\\xff\\xfe\"",
        "`raw\\n\"`",
        "\"<a href='x'>&\"",
        "\"12\"",
        "\"0x1f\"",
        "\"1e3\"",
        "\"-7.5\"",
        "\"true\"",
        "\"Hello World_foo-bar\"",
        "\"\\t\\n \\\"q\\\"\\\\\"",
        "\"\\U0001F600 x\\u00a0y\"",
        "\",\"",
        "\" \"",
        "\"a,b,,c\"",
        "\"/a/../b.txt\"",
        "\"%\"",
        "\"\\u2028\\x00\\x7f\""
    };
    static final String[] INTS = {
        "0",
        "1",
        "-1",
        "2",
        "3",
        "7",
        "42",
        "0x1F",
        "0b101",
        "0o17",
        "017",
        "1_000",
        "-0x10",
        "'a'",
        "'\\n'",
        "9223372036854775807",
        "-9223372036854775808",
        "1000000",
        "'\\u00e9'",
        "+5"
    };
    static final String[] FLOATS = {
        "0.0",
        "1.0",
        "1.5",
        "-2.5",
        "1e3",
        "1e6",
        "1e21",
        "1e-7",
        "0.1",
        "123456789.0",
        "1e100",
        "0x1p-2",
        "100000.0",
        "3.14159",
        "2.675",
        "-0.0",
        "1e23",
        "5e-324",
        "1.7976931348623157e308",
        "999999.5",
        "0.000012345"
    };

    private Samples() {}
}
