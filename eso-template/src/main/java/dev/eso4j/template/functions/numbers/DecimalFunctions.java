package dev.eso4j.template.functions.numbers;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.FLOAT64;
import static dev.eso4j.template.value.GoType.INT;

import dev.eso4j.template.format.Floats;
import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;

/** Arithmetic in decimal fractions: exact on the shortest digits of each number, then rounded to the nearest float. */
public final class DecimalFunctions implements FunctionGroup {
    /** The places behind the point of a quotient. */
    private static final int DIVISION_PLACES = 16;

    private static final int DIGITS_STEPS = 8;

    @Override
    public List<String> names() {
        return List.of("float64", "addf", "add1f", "subf", "mulf", "divf", "maxf", "minf", "floor", "ceil", "round");
    }

    @Override
    public void define(Definitions into) {
        into.function("float64", ANY).slow().as(call -> Conversion.toDouble(call.any(0)));
        into.function("addf").rest(ANY).slow().as(call -> call.size() == 0 ? 0.0 : exact(call, BigDecimal::add));
        into.function("add1f", ANY)
                .slow()
                .as(call -> exact(call, 0).add(BigDecimal.ONE).doubleValue());
        into.function("subf", ANY).rest(ANY).slow().as(call -> exact(call, BigDecimal::subtract));
        into.function("mulf", ANY).rest(ANY).slow().as(call -> exact(call, BigDecimal::multiply));
        into.function("divf", ANY).rest(ANY).slow().as(call -> exact(call, DecimalFunctions::quotient));
        into.function("maxf", ANY).rest(ANY).slow().as(call -> folded(call, Math::max));
        into.function("minf", ANY).rest(ANY).slow().as(call -> folded(call, Math::min));
        into.function("floor", ANY).slow().as(call -> Math.floor(Conversion.toDouble(call.any(0))));
        into.function("ceil", ANY).slow().as(call -> Math.ceil(Conversion.toDouble(call.any(0))));
        into.function("round", ANY, INT).rest(FLOAT64).slow().as(DecimalFunctions::rounded);
    }

    private static double exact(Call call, BinaryOperator<BigDecimal> step) {
        BigDecimal result = exact(call, 0);
        for (int i = 1; i < call.size(); i++) {
            // A product of many factors could become as long as all of them together.
            call.budget().steps(result.precision() / 64);
            result = step.apply(result, exact(call, i));
        }
        return result.doubleValue();
    }

    private static BigDecimal exact(Call call, int index) {
        double value = Conversion.toDouble(call.any(index));
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new FunctionException("decimal arithmetic needs finite numbers");
        }
        // The shortest digits are expensive to find.
        call.budget().steps(DIGITS_STEPS);
        return new BigDecimal(Floats.format(value, 'e', -1, 64));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new FunctionException("decimal division by 0");
        }
        return dividend.divide(divisor, DIVISION_PLACES, RoundingMode.HALF_UP);
    }

    private static double folded(Call call, DoubleBinaryOperator step) {
        double result = Conversion.toDouble(call.any(0));
        for (int i = 1; i < call.size(); i++) {
            result = step.applyAsDouble(result, Conversion.toDouble(call.any(i)));
        }
        return result;
    }

    /** Negative numbers go down, because the fraction has their sign and is then below the threshold. */
    private static double rounded(Call call) {
        double threshold = call.size() > 2 ? call.decimal(2) : 0.5;
        double power = Math.pow(10, call.integer(1));
        double digits = power * Conversion.toDouble(call.any(0));
        double fraction = digits - (digits < 0 ? Math.ceil(digits) : Math.floor(digits));
        return (fraction >= threshold ? Math.ceil(digits) : Math.floor(digits)) / power;
    }
}
