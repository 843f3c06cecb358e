package dev.eso4j.template.functions.strings;

import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import java.util.List;

/** Upper and lower case, and the ways to write names of several words. */
public final class CaseFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("upper", "lower", "title", "untitle", "swapcase", "snakecase", "kebabcase", "camelcase");
    }

    @Override
    public void define(Definitions into) {
        into.function("upper", STRING)
                .slow()
                .as(call -> Letters.mapped(call.string(0), call.budget(), Character::toUpperCase));
        into.function("lower", STRING)
                .slow()
                .as(call -> Letters.mapped(call.string(0), call.budget(), Character::toLowerCase));
        into.function("title", STRING).slow().as(call -> Letters.title(call.string(0), call.budget()));
        into.function("untitle", STRING).slow().as(call -> Letters.untitled(call.string(0), call.budget()));
        into.function("swapcase", STRING).slow().as(call -> Letters.swapped(call.string(0), call.budget()));
        into.function("snakecase", STRING).slow().as(call -> new JoinedWords(read(call), '_').text());
        into.function("kebabcase", STRING).slow().as(call -> new JoinedWords(read(call), '-').text());
        into.function("camelcase", STRING).slow().as(call -> PascalCase.of(call.string(0)));
    }

    /** Charges for words, which may be as short as a character. */
    private static String read(Call call) {
        call.budget().steps(call.string(0).length() / 8);
        return call.string(0);
    }
}
