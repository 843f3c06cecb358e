package dev.eso4j.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A schema in words")
class SchemaWordsTest {
    private static JsonNode schema(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | string",
                "{'type':'string','format':'byte'} | string (base64)",
                "{'type':'string','format':'date-time'} | string (time, RFC 3339)",
                "{'type':'integer','format':'int64'} | integer (int64)",
                "{'type':'array','items':{'type':'array','items':{'type':'boolean'}}} | list of list of boolean",
                "{'type':'object','additionalProperties':{'type':'object'}} | map of it",
                "{'type':'object','properties':{}} | it",
                "{'x-kubernetes-int-or-string':true,'anyOf':[]} | integer or string",
                "{'x-kubernetes-preserve-unknown-fields':true} | any value"
            })
    @DisplayName("has the type")
    void type(String json, String words) throws JsonProcessingException {
        assertThat(SchemaWords.plain().type(schema(json), "it")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'enum':['A','B']} | one of <A>, <B>",
                "{'enum':['A']} | only <A>",
                "{'minimum':0} | at least 0",
                "{'minimum':1,'maximum':9} | 1 to 9",
                "{'minLength':1} | at least 1 character",
                "{'minLength':0,'maxLength':1} | 0 to 1 characters",
                "{'maxItems':12} | at most 12 items",
                "{'minProperties':1,'maxProperties':1} | exactly 1 member",
                "{'pattern':'^a$'} | matches <^a$>",
                "{'x-kubernetes-list-type':'set'} | no item twice",
                "{'x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['a','b']} | no two items with the same <a> and <b>",
                "{'nullable':true} | may be null",
                "{'type':'object','x-kubernetes-preserve-unknown-fields':true} | fields that are not known are kept",
                "{'type':'array','items':{'maxLength':3}} | each: at most 3 characters"
            })
    @DisplayName("has each limit")
    void limits(String json, String words) throws JsonProcessingException {
        assertThat(SchemaWords.marked(code -> "<" + code + ">").limits(schema(json)))
                .containsExactly(words);
    }

    @Test
    @DisplayName("has the default as a manifest would write it, the messages of the rules, and a first sentence")
    void others() throws JsonProcessingException {
        assertThat(SchemaWords.defaultValue(schema("{}"))).isEmpty();
        assertThat(SchemaWords.defaultValue(schema("{'default':''}"))).isEqualTo("\"\"");
        assertThat(SchemaWords.defaultValue(schema("{'default':'1h'}"))).isEqualTo("1h");
        assertThat(SchemaWords.defaultValue(schema("{'default':{'a':1}}"))).isEqualTo("{\"a\":1}");
        assertThat(SchemaWords.rules(schema("{'x-kubernetes-validations':[{'rule':'x','message':'no'}]}")))
                .containsExactly("no");
        assertThat(SchemaWords.firstSentence("A path, such as a.b or e.g. c. It is long.\n\nMore."))
                .isEqualTo("A path, such as a.b or e.g. c.");
        assertThat(SchemaWords.firstSentence("Without an end")).isEqualTo("Without an end");
    }
}
