package dev.eso4j.template.functions.dates;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.Function;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import java.math.BigInteger;
import java.util.function.ToLongFunction;

/** The methods of times, durations, months, weekdays and zones. */
final class TimeMethods {
    private static final GoType MONTH =
            GoType.printing("time.Month", Kind.INT, value -> Names.month(((GoInt) value).value()));
    private static final GoType WEEKDAY =
            GoType.printing("time.Weekday", Kind.INT, value -> Names.day(((GoInt) value).value()));

    private TimeMethods() {}

    static void define(Definitions into) {
        fields(into);
        instants(into);
        arithmetic(into);
        texts(into);
        durations(into);
    }

    private static void fields(Definitions into) {
        time(into, "Year", time -> (long) time.wall().getYear());
        time(into, "Month", time -> new GoInt(MONTH, time.wall().getMonthValue()));
        time(into, "Day", time -> (long) time.wall().getDayOfMonth());
        time(into, "Hour", time -> (long) time.wall().getHour());
        time(into, "Minute", time -> (long) time.wall().getMinute());
        time(into, "Second", time -> (long) time.wall().getSecond());
        time(into, "Nanosecond", time -> (long) time.nano());
        time(into, "YearDay", time -> (long) time.wall().getDayOfYear());
        time(
                into,
                "Weekday",
                time -> new GoInt(WEEKDAY, time.wall().getDayOfWeek().getValue() % 7));
        time(into, "IsZero", GoTime::isZero);
        time(into, "UTC", time -> time.in(GoZone.UTC));
        time(into, "Location", GoTime::zone);
        into.method(GoTime.TYPE, "Local")
                .as(call -> receiver(call).in(GoZone.local(call.surroundings().zone())));
        into.method(GoTime.TYPE, "In", GoZone.TYPE).as(call -> receiver(call).in(call.object(1, GoZone.class)));
    }

    private static void instants(Definitions into) {
        since1970(into, "Unix", 1_000_000_000);
        since1970(into, "UnixMilli", 1_000_000);
        since1970(into, "UnixMicro", 1_000);
        since1970(into, "UnixNano", 1);
        comparison(into, "After", call -> receiver(call).compare(other(call)) > 0);
        comparison(into, "Before", call -> receiver(call).compare(other(call)) < 0);
        comparison(into, "Equal", call -> receiver(call).compare(other(call)) == 0);
        comparison(into, "Compare", call -> (long) receiver(call).compare(other(call)));
        comparison(into, "Sub", call -> Durations.of(receiver(call).since(other(call))));
    }

    private static void arithmetic(Definitions into) {
        into.method(GoTime.TYPE, "Add", Durations.TYPE)
                .as(call -> receiver(call).plus(call.integer(1)));
        into.method(GoTime.TYPE, "AddDate", INT, INT, INT)
                .as(call -> receiver(call).plus(call.integer(1), call.integer(2), call.integer(3)));
        into.method(GoTime.TYPE, "Round", Durations.TYPE)
                .as(call -> receiver(call).rounded(call.integer(1)));
        into.method(GoTime.TYPE, "Truncate", Durations.TYPE)
                .as(call -> receiver(call).truncated(call.integer(1)));
    }

    private static void texts(Definitions into) {
        into.method(GoTime.TYPE, "Format", STRING).as(call -> receiver(call).format(DateFunctions.layout(call, 1)));
        time(into, "String", GoTime::text);
        time(into, "GoString", GoTime::goText);
        time(into, "MarshalText", time -> bytes(time.jsonText()));
        time(into, "MarshalJSON", time -> bytes('"' + time.jsonText() + '"'));
        into.method(MONTH, "String").as(call -> Names.month(call.integer(0)));
        into.method(WEEKDAY, "String").as(call -> Names.day(call.integer(0)));
        into.method(GoZone.TYPE, "String")
                .as(call -> call.object(0, GoZone.class).name());
    }

    private static void durations(Definitions into) {
        into.method(Durations.TYPE, "String").as(call -> Durations.text(call.integer(0)));
        into.method(Durations.TYPE, "Hours").as(call -> Durations.in(call.integer(0), Durations.HOUR));
        into.method(Durations.TYPE, "Minutes").as(call -> Durations.in(call.integer(0), Durations.MINUTE));
        into.method(Durations.TYPE, "Seconds").as(call -> Durations.in(call.integer(0), Durations.SECOND));
        duration(into, "Milliseconds", nanos -> nanos / 1_000_000);
        duration(into, "Microseconds", nanos -> nanos / 1_000);
        duration(into, "Nanoseconds", nanos -> nanos);
        into.method(Durations.TYPE, "Abs").as(call -> Durations.of(Durations.size(call.integer(0))));
        into.method(Durations.TYPE, "Round", Durations.TYPE)
                .as(call -> Durations.of(Durations.rounded(call.integer(0), call.integer(1))));
        into.method(Durations.TYPE, "Truncate", Durations.TYPE)
                .as(call -> Durations.of(Durations.truncated(call.integer(0), call.integer(1))));
    }

    private static void time(Definitions into, String name, java.util.function.Function<GoTime, Object> body) {
        into.method(GoTime.TYPE, name).as(call -> body.apply(receiver(call)));
    }

    private static void comparison(Definitions into, String name, Function.Body body) {
        into.method(GoTime.TYPE, name, GoTime.TYPE).as(body);
    }

    private static void duration(Definitions into, String name, ToLongFunction<Long> body) {
        into.method(Durations.TYPE, name).as(call -> GoInt.int64(body.applyAsLong(call.integer(0))));
    }

    private static void since1970(Definitions into, String name, long unit) {
        BigInteger nanosOfUnit = BigInteger.valueOf(unit);
        into.method(GoTime.TYPE, name).as(call -> {
            GoTime time = receiver(call);
            BigInteger nanos = BigInteger.valueOf(time.second())
                    .multiply(BigInteger.valueOf(Durations.SECOND))
                    .add(BigInteger.valueOf(time.nano()));
            // Rounded down, and wrapped around where it does not fit, as in Go.
            return GoInt.int64(
                    nanos.subtract(nanos.mod(nanosOfUnit)).divide(nanosOfUnit).longValue());
        });
    }

    private static GoTime receiver(Call call) {
        return call.object(0, GoTime.class);
    }

    private static GoTime other(Call call) {
        return call.object(1, GoTime.class);
    }

    private static GoList bytes(String text) {
        Object[] elements = new Object[text.length()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = GoInt.uint8(text.charAt(i));
        }
        return GoList.of(GoType.BYTES, elements);
    }
}
