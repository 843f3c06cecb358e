package dev.eso4j.template.functions.strings;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.value.Bytes;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** What is different at every rendering; all of it from the cryptographic source, where sprig sometimes takes another. */
public final class RandomFunctions implements FunctionGroup {
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Override
    public List<String> names() {
        return List.of("randAlphaNum", "randAlpha", "randNumeric", "randAscii", "randInt", "shuffle", "uuidv4");
    }

    @Override
    public void define(Definitions into) {
        into.function("randAlphaNum", INT).as(call -> text(call, LETTERS + DIGITS));
        into.function("randAlpha", INT).as(call -> text(call, LETTERS));
        into.function("randNumeric", INT).as(call -> text(call, DIGITS));
        into.function("randAscii", INT).as(call -> text(call, ascii()));
        into.function("randInt", INT, INT).as(RandomFunctions::number);
        into.function("shuffle", STRING).as(RandomFunctions::shuffled);
        into.function("uuidv4").as(call -> uuid(call.surroundings().random()));
    }

    private static String ascii() {
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c <= '~'; c++) {
            all.append(c);
        }
        return all.toString();
    }

    private static String text(Call call, String alphabet) {
        long length = Math.max(call.integer(0), 0);
        call.budget().allocate(length);
        call.budget().steps(length);
        SecureRandom random = call.surroundings().random();
        StringBuilder result = new StringBuilder((int) length);
        for (int i = 0; i < length; i++) {
            result.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return result.toString();
    }

    private static Long number(Call call) {
        long low = call.integer(0);
        long high = call.integer(1);
        // Overflows where Go's does, which then fails as well.
        long range = high - low;
        if (range <= 0) {
            throw new FunctionException("the upper bound must be above the lower one");
        }
        return low + call.surroundings().random().nextLong(range);
    }

    private static String shuffled(Call call) {
        call.budget().steps(Bytes.count(call.string(0)));
        int[] points = Bytes.decode(call.string(0)).codePoints().toArray();
        SecureRandom random = call.surroundings().random();
        StringBuilder result = new StringBuilder(points.length);
        for (int left = points.length; left > 0; left--) {
            int chosen = random.nextInt(left);
            Bytes.append(result, points[chosen]);
            points[chosen] = points[left - 1];
        }
        return result.toString();
    }

    private static String uuid(SecureRandom random) {
        long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
