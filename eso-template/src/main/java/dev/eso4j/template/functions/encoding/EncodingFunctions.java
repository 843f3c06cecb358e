package dev.eso4j.template.functions.encoding;

import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import java.util.List;
import java.util.function.UnaryOperator;

/** Encoding and decoding of texts. Upstream renders the error text of a decoder, and so do we, with a warning. */
public final class EncodingFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("b64enc", "b64dec", "b32enc", "b32dec", "hexdec");
    }

    @Override
    public void define(Definitions into) {
        into.function("b64enc", STRING).as(call -> Base64Text.encode(call.string(0)));
        into.function("b64dec", STRING).as(call -> decoded(call, "b64dec", Base64Text::decode));
        into.function("b32enc", STRING).slow().as(call -> Base32Text.encode(call.string(0)));
        into.function("b32dec", STRING).slow().as(call -> decoded(call, "b32dec", Base32Text::decode));
        into.function("hexdec", STRING).slow().as(call -> decoded(call, "hexdec", HexText::decode));
    }

    private static String decoded(Call call, String name, UnaryOperator<String> decoder) {
        try {
            return decoder.apply(call.string(0));
        } catch (CorruptTextException e) {
            call.surroundings()
                    .warn(name
                            + " was given something that it cannot decode, and the text of that error is the result");
            return e.text();
        }
    }
}
