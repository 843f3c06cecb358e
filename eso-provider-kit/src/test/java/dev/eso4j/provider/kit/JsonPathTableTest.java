package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A JSON path")
class JsonPathTableTest {
    private static final String DOC = """
            {"name":{"first":"Tom","a.b":"dotted","f*":"star"},"age":37,"dup":1,"dup":2,
             "kids":["Sara","Alex","Jack"], "1":"member one",
             "friends":[{"n":"Jim","age":44,"nets":["ig","fb"],"ok":true},
                        {"n":"Ann","age":68,"nets":["fb"]},
                        {"n":"Bob","age":44, "x":{"y":null}}],
             "empty":[],"nums":[3,1.50,-7],"s":"{\\"in\\":1}","b@c":"at","@foo":"not a modifier","at!":"bang"}""";

    private static String find(String document, String path) {
        return JsonPath.of(path)
                .find(SecretValue.of(document))
                .map(value -> value.text().utf8())
                .orElse("MISSING");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @DisplayName("descends, indexes, counts, collects, queries and matches wildcards")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "name.first;Tom",
                "Name.first;MISSING",
                "dup;1",
                "name.a\\.b;dotted",
                "name.a.b;MISSING",
                "name.f\\*;star",
                "kids.1;Alex",
                "kids.01;Alex",
                "kids.3;MISSING",
                "kids.-1;MISSING",
                "kids.x;MISSING",
                "1;member one",
                "age.x;MISSING",
                "friends.#;3",
                "empty.#;0",
                "friends.#.n;[\"Jim\",\"Ann\",\"Bob\"]",
                "friends.#.ok;[true]",
                "friends.#.none;[]",
                "friends.#.nets.#;[2,1]",
                "friends.#.nets.0;[\"ig\",\"fb\"]",
                "friends.#(n==\"Ann\").age;68",
                "friends.#(n=\"Ann\").age;68",
                "friends.#(n!=\"Jim\").n;Ann",
                "friends.#(age<50).n;Jim",
                "friends.#(age<=44)#.n;[\"Jim\",\"Bob\"]",
                "friends.#(age>50).n;Ann",
                "friends.#(age>=68)#.n;[\"Ann\"]",
                "friends.#(n%\"A*\").n;Ann",
                "friends.#(n!%\"J*\")#.n;[\"Ann\",\"Bob\"]",
                "friends.#(ok).n;Jim",
                "friends.#(x.y==~null)#.n;[\"Jim\",\"Ann\",\"Bob\"]",
                "friends.#(ok==~true).n;Jim",
                "friends.#(ok==~false)#.n;[\"Ann\",\"Bob\"]",
                "friends.#(ok==~*).n;Jim",
                "friends.#(nets.#(==\"ig\")).n;Jim",
                "friends.#(n==\"None\");MISSING",
                "friends.#(n==\"None\")#;[]",
                "friends.#(n==\"unclosed;MISSING",
                "kids.#(==\"Alex\");Alex",
                "nums.#(>1)#;[3,1.50]",
                "na*.first;Tom",
                "nam?.first;Tom",
                "ki*.0;Sara",
                "friends.#.n|0;Jim",
                "friends|#;3",
                "friends.#(age>40)#|0.n;Jim",
                "@foo;not a modifier",
                "b@c;at",
                "at!;bang"
            })
    void basics(String path, String expected) {
        assertThat(find(DOC, path)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @DisplayName("applies modifiers, literals, multipaths and lines")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "kids.@reverse;[\"Jack\",\"Alex\",\"Sara\"]",
                "kids|@reverse.0;Jack",
                "name.@keys;[\"first\",\"a.b\",\"f*\"]",
                "name.@values.0;Tom",
                "friends.#.nets.@flatten;[[\"ig\",\"fb\"],[\"fb\"]]",
                "friends.#.nets|@flatten;[\"ig\",\"fb\",\"fb\"]",
                "friends.0.@this.n;Jim",
                "s.@fromstr.in;1",
                "kids.@tostr;[\"Sara\",\"Alex\",\"Jack\"]",
                "friends.2.@ugly;{\"n\":\"Bob\",\"age\":44,\"x\":{\"y\":null}}",
                "friends.@join.@keys;[\"n\",\"age\",\"nets\",\"ok\",\"x\"]",
                "kids.@valid.0;Sara",
                "@dig:y;[null]",
                "name.{first,\"d\":a\\.b};{\"first\":\"Tom\",\"d\":\"dotted\"}",
                "[age,name.first];[37,\"Tom\"]",
                "{age,none};{\"age\":37}",
                "friends.0.{n,\"l\":!\"lit\"};{\"n\":\"Jim\",\"l\":\"lit\"}",
                "!true;true",
                "friends.@group;MISSING",
                "..0.age;37"
            })
    void extras(String path, String expected) {
        assertThat(find(DOC, path)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @DisplayName(
            "converts what it finds: integers verbatim, other numbers as shortest plain decimal, containers as they are")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"a\\n\\u00e9\\ud83d\\ude00\\/\";a\\né😀/",
                "\"\\ud800x\";\ufffdx",
                "123456789012345678901234567890;123456789012345678901234567890",
                "-0;-0",
                "1.50;1.5",
                "1.0;1",
                "1e3;1000",
                "1E-7;0.0000001",
                "5.684341886080802e-14;0.00000000000005684341886080802",
                "true;true",
                "false;false",
                "null;``",
                "[1, 2.50 ];[1, 2.50 ]",
                "{\"z\":1, \"a\" : 2};{\"z\":1, \"a\" : 2}"
            })
    void conversions(String json, String expected) {
        String text = expected.replace("\\n", "\n");
        assertThat(find("{\"v\" : " + json + " }", "v")).isEqualTo(text);
    }
}
