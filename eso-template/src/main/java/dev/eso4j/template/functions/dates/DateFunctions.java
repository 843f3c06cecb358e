package dev.eso4j.template.functions.dates;

import static dev.eso4j.template.value.GoType.ANY;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.numbers.Conversion;
import dev.eso4j.template.value.GoInt;
import dev.eso4j.template.value.GoType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times and durations, with the methods of their types. */
public final class DateFunctions implements FunctionGroup {
    private static final String HTML_DATE = "2006-01-02";

    @Override
    public List<String> names() {
        return List.of(
                "now",
                "date",
                "dateInZone",
                "date_in_zone",
                "htmlDate",
                "htmlDateInZone",
                "dateModify",
                "date_modify",
                "mustDateModify",
                "must_date_modify",
                "toDate",
                "mustToDate",
                "unixEpoch",
                "ago",
                "duration",
                "durationRound");
    }

    @Override
    public void define(Definitions into) {
        into.function("now").as(DateFunctions::now);
        into.function("date", STRING, ANY)
                .slow()
                .as(call -> time(call, 1).in(local(call)).format(layout(call, 0)));
        into.function("dateInZone", STRING, ANY, STRING)
                .alias("date_in_zone")
                .slow()
                .as(call -> time(call, 1).in(zone(call, 2)).format(layout(call, 0)));
        into.function("htmlDate", ANY)
                .slow()
                .as(call -> time(call, 0).in(local(call)).format(HTML_DATE));
        into.function("htmlDateInZone", ANY, STRING)
                .slow()
                .as(call -> time(call, 0).in(zone(call, 1)).format(HTML_DATE));
        into.function("dateModify", STRING, GoTime.TYPE)
                .alias("date_modify")
                .slow()
                .as(DateFunctions::modified);
        into.function("mustDateModify", STRING, GoTime.TYPE)
                .alias("must_date_modify")
                .slow()
                .as(call -> call.object(1, GoTime.class).plus(Durations.parse(call.string(0))));
        into.function("toDate", STRING, STRING).slow().as(DateFunctions::parsedOrZero);
        into.function("mustToDate", STRING, STRING).slow().as(call -> parsed(call));
        into.function("unixEpoch", GoTime.TYPE)
                .slow()
                .as(call -> Long.toString(call.object(0, GoTime.class).second()));
        into.function("ago", ANY).slow().as(call -> {
            GoTime since = known(call, 0);
            long nanos = since == null ? 0 : now(call).since(since);
            return Durations.text(Durations.rounded(nanos, Durations.SECOND));
        });
        into.function("duration", ANY).slow().as(call -> Durations.text(seconds(call.any(0)) * Durations.SECOND));
        into.function("durationRound", ANY).slow().as(call -> Durations.largest(nanos(call)));
        TimeMethods.define(into);
    }

    private static GoZone local(Call call) {
        return GoZone.local(call.surroundings().zone());
    }

    private static GoZone zone(Call call, int index) {
        String name = call.string(index);
        return GoZone.named(name, local(call));
    }

    private static GoTime now(Call call) {
        Instant now = call.surroundings().clock().instant();
        return new GoTime(now.getEpochSecond(), now.getNano(), local(call));
    }

    /** A time, or seconds since 1970 as int or int64; null for everything else. */
    private static @Nullable GoTime known(Call call, int index) {
        Object value = call.any(index);
        if (value instanceof GoTime time) {
            return time;
        } else if (value instanceof Long || value instanceof GoInt number && number.type() == GoType.INT64) {
            return new GoTime(call.integer(index), 0, local(call));
        }
        return null;
    }

    /** A layout, charged for all that a time prints for it. */
    static String layout(Call call, int index) {
        call.budget().steps(call.string(index).length() / 8);
        return call.string(index);
    }

    private static GoTime time(Call call, int index) {
        GoTime time = known(call, index);
        if (time == null) {
            call.surroundings()
                    .warn("a date is printed of type " + GoType.nameOf(call.any(index))
                            + ", which is no time, and so it is the current one");
            return now(call);
        }
        return time;
    }

    private static GoTime modified(Call call) {
        try {
            return call.object(1, GoTime.class).plus(Durations.parse(call.string(0)));
        } catch (FunctionException e) {
            call.surroundings().warn("a date is not modified: " + e.getMessage());
            return call.object(1, GoTime.class);
        }
    }

    private static GoTime parsed(Call call) {
        call.budget().steps((call.string(0).length() + call.string(1).length()) / 16);
        return TimeParser.parse(call.string(0), call.string(1), local(call));
    }

    private static GoTime parsedOrZero(Call call) {
        try {
            return parsed(call);
        } catch (FunctionException e) {
            call.surroundings().warn("toDate gives the year 1: " + e.getMessage());
            return GoTime.ZERO;
        }
    }

    private static long seconds(@Nullable Object value) {
        if (value instanceof String text) {
            return Conversion.atoi(text);
        }
        return value instanceof GoInt number && number.type() == GoType.INT64 ? number.value() : 0;
    }

    private static long nanos(Call call) {
        Object value = call.any(0);
        if (value instanceof String text) {
            try {
                return Durations.parse(text);
            } catch (FunctionException e) {
                call.surroundings().warn("durationRound gives 0s: " + e.getMessage());
                return 0;
            }
        } else if (value instanceof GoTime time) {
            return now(call).since(time);
        }
        return value instanceof GoInt number && number.type() == GoType.INT64 ? number.value() : 0;
    }
}
