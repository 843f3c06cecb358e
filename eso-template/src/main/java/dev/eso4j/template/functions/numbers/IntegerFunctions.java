package dev.eso4j.template.functions.numbers;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.strings.Texts;
import dev.eso4j.template.value.GoInt;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** Arithmetic in whole numbers of 64 bits, which wrap around; anything that is a number in some way is taken. */
public final class IntegerFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "int",
                "int64",
                "atoi",
                "toDecimal",
                "add",
                "add1",
                "sub",
                "mul",
                "div",
                "mod",
                "max",
                "biggest",
                "min");
    }

    @Override
    public void define(Definitions into) {
        into.function("int", ANY).slow().as(call -> Conversion.toLong(call.any(0)));
        into.function("int64", ANY).slow().as(call -> GoInt.int64(Conversion.toLong(call.any(0))));
        into.function("atoi", STRING).slow().as(call -> Conversion.atoi(call.string(0)));
        into.function("toDecimal", ANY)
                .slow()
                .as(call -> GoInt.int64(Conversion.octal(new Texts(call).of(call.any(0)))));
        into.function("add").rest(ANY).slow().as(call -> folded(call, 0, 0, Long::sum));
        into.function("add1", ANY).slow().as(call -> GoInt.int64(Conversion.toLong(call.any(0)) + 1));
        into.function("sub", ANY, ANY).slow().as(call -> folded(call, (a, b) -> a - b));
        into.function("mul", ANY).rest(ANY).slow().as(call -> folded(call, (a, b) -> a * b));
        into.function("div", ANY, ANY).slow().as(call -> folded(call, (a, b) -> a / divisor(b)));
        into.function("mod", ANY, ANY).slow().as(call -> folded(call, (a, b) -> a % divisor(b)));
        into.function("max", ANY).rest(ANY).alias("biggest").slow().as(call -> folded(call, Math::max));
        into.function("min", ANY).rest(ANY).slow().as(call -> folded(call, Math::min));
    }

    private static GoInt folded(Call call, LongBinaryOperator step) {
        return folded(call, Conversion.toLong(call.any(0)), 1, step);
    }

    private static GoInt folded(Call call, long start, int from, LongBinaryOperator step) {
        long result = start;
        for (int i = from; i < call.size(); i++) {
            result = step.applyAsLong(result, Conversion.toLong(call.any(i)));
        }
        return GoInt.int64(result);
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new FunctionException("integer divide by zero");
        }
        return value;
    }
}
