package dev.eso4j.provider.builtin.webhook.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A path into an answer")
class AnswerPathTest {
    private static final String DOCUMENT =
            "{'a':1,'o':{'b':'x','my-key':'d','c':{'b':'deep'}},'l':[10,20,30,40],'e':[],'n':null,"
                    + "'i':[{'n':'p','v':1,'on':true},{'n':'q','v':2.0},{'n':'r','v':'3','on':'false'}]}";

    private static JsonNode find(String path) {
        try {
            return AnswerPath.parse(path).find(new ObjectMapper().readTree(DOCUMENT.replace('\'', '"')));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("leads to one value, or to the array of those that match")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "$.a ~ 1",
                "$['a'] ~ 1",
                "$[\"o\"][`b`] ~ \"x\"",
                "$.o.my-key ~ \"d\"",
                "$.l[1] ~ 20",
                "$.l[-1] ~ 40",
                "$.n ~ null",
                "$.l[1:3] ~ [20,30]",
                "$.l[:-1] ~ [10,20,30]",
                "$.l[-2:] ~ [30,40]",
                "$.l[::-1] ~ [40,30,20,10]",
                "$.l[3:0:-2] ~ [40,20]",
                "$.l[0,2] ~ [10,30]",
                "$.l[9:] ~ []",
                "$.e[*] ~ []",
                "$.o.* ~ [\"x\",\"d\",{\"b\":\"deep\"}]",
                "$..b ~ [\"x\",\"deep\"]",
                "$..n ~ [null,\"p\",\"q\",\"r\"]",
                "$.i[*].v ~ [1,2.0,\"3\"]",
                "$.i[?(@.n == \"q\")].v ~ [2.0]",
                "$.i[?@.v == 2].n ~ [\"q\"]",
                "$.i[?(@.v > 1)].n ~ [\"q\"]",
                "$.i[?(@.v >= 1 && @.n != 'p')].n ~ [\"q\"]",
                "$.i[?(@.n == 'p' || @.n == 'r')].v ~ [1,\"3\"]",
                "$.i[?(@.on)].n ~ [\"p\"]",
                "$.i[?(!@.on)].n ~ [\"q\",\"r\"]",
                "$.i[?(@.v == $.a)].n ~ [\"p\"]",
                "$.i[?(@.v == -(-1))].n ~ [\"p\"]",
                "$.nothing[*] ~ []",
                "$.i[*].nothing ~ []",
                "$.a == 1 ~ true",
                "$.o == $.o ~ true",
                "$.o(@.b) ~ \"x\"",
                "o.b ~ \"x\"",
                "o.nothing ~ null",
                "nothing ~ null"
            })
    void finds(String path, String expected) {
        assertThat(find(path).toString()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is an error where there is not the one value it asks for")
    @ValueSource(
            strings = {
                "$.x",
                "$.o.x",
                "$.l[4]",
                "$.l[-5]",
                "$.l.b",
                "$.a.b",
                "$.n.b",
                "$.o[true]",
                "x.y",
                "$.l[1.5]",
                "-$.o"
            })
    void missing(String path) {
        assertThatThrownBy(() -> find(path))
                .isInstanceOfSatisfying(
                        PathException.class, e -> assertThat(e.reason()).isEqualTo(PathException.Reason.MISSING));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused where it is not in the language, without being quoted")
    @ValueSource(
            strings = {
                "",
                "$.",
                "$[",
                "$.a[",
                "$['a",
                "$[?",
                "$.a b",
                "$..",
                "$[]",
                "((",
                "$[\"\\q\"]",
                "\"\\u12\"",
                "\"\\UFFFFFFFF\"",
                "1.2.3",
                "$.a ==",
                "$.secret value"
            })
    void syntax(String path) {
        assertThatThrownBy(() -> AnswerPath.parse(path))
                .hasMessageNotContaining("secret")
                .isInstanceOfSatisfying(
                        PathException.class, e -> assertThat(e.reason()).isEqualTo(PathException.Reason.SYNTAX));
    }

    @Test
    @DisplayName("is bounded in length and depth")
    void bounds() {
        for (String path :
                new String[] {"(".repeat(9_000), "-".repeat(9_000) + "1", "$" + ".a".repeat(9_000), "!".repeat(5_000)
                }) {
            assertThatThrownBy(() -> AnswerPath.parse(path)).isInstanceOf(PathException.class);
        }
    }
}
