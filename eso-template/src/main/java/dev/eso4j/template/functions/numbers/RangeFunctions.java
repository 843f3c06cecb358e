package dev.eso4j.template.functions.numbers;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.INTS;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.GoList;
import java.math.BigInteger;
import java.util.List;

/** Numbers one after the other. */
public final class RangeFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of("until", "untilStep", "seq");
    }

    @Override
    public void define(Definitions into) {
        into.function("until", INT).as(call -> range(0, call.integer(0), call.integer(0) < 0 ? -1 : 1, call.budget()));
        into.function("untilStep", INT, INT, INT)
                .as(call -> range(call.integer(0), call.integer(1), call.integer(2), call.budget()));
        into.function("seq").rest(INT).slow().as(RangeFunctions::seq);
    }

    private static GoList range(long start, long stop, long step, Budget budget) {
        int count = count(start, stop, step, budget);
        Object[] numbers = new Object[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = start + i * step;
        }
        return GoList.of(INTS, numbers);
    }

    /** How many numbers there are before {@code stop}: none if the step leads away from it or is 0. */
    private static int count(long start, long stop, long step, Budget budget) {
        if (step == 0 || (step > 0 ? start >= stop : start <= stop)) {
            return 0;
        }
        BigInteger way =
                BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start)).abs();
        BigInteger size = BigInteger.valueOf(step).abs();
        BigInteger count = way.add(size).subtract(BigInteger.ONE).divide(size);
        budget.elements(count.bitLength() > 62 ? Long.MAX_VALUE : count.longValueExact());
        return count.intValueExact();
    }

    private static String seq(Call call) {
        if (call.size() == 0 || call.size() > 3) {
            return "";
        }
        long start = call.size() == 1 ? 1 : call.integer(0);
        long end = call.integer(call.size() - 1);
        long direction = end < start ? -1 : 1;
        long step = call.size() == 3 ? call.integer(1) : direction;
        if (call.size() == 3 && end < start && step > 0) {
            return "";
        }
        // Inclusive: one more in the direction of the end, whatever the step.
        GoList numbers = range(start, end + direction, step, call.budget());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            text.append(i == 0 ? "" : " ").append(numbers.get(i));
        }
        return text.toString();
    }
}
