package dev.eso4j.template.functions.dates;

import dev.eso4j.template.format.Quoting;
import dev.eso4j.template.value.GoObject;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A {@code *time.Location}.
 *
 * @param name what it says it is
 * @param goName how it is written in Go
 * @param fixed its offset in seconds if it has no history
 * @param history its offsets over time, null if there is only one
 */
record GoZone(
        String name, String goName, int fixed, @Nullable ZoneHistory history) implements GoObject {
    static final GoType TYPE = GoType.printing("*time.Location", Kind.POINTER, value -> ((GoZone) value).name());

    static final GoZone UTC = new GoZone("UTC", "time.UTC", 0, null);

    /** The zone that Go calls Local. */
    static GoZone local(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            String name = offset.getTotalSeconds() == 0 ? "UTC" : "";
            return new GoZone(name, "time.Local", offset.getTotalSeconds(), null);
        }
        ZoneHistory history = ZoneTable.find(zone.getId());
        return history == null
                ? new GoZone("UTC", "time.Local", 0, null)
                : new GoZone("Local", "time.Local", 0, history);
    }

    /** A zone with one offset; without a name it prints as that. */
    static GoZone fixed(String name, int offset) {
        return new GoZone(name, "time.Location(" + Quoting.quote(name) + ")", offset, null);
    }

    /** A zone of the tz database; UTC if there is none of this name. */
    static GoZone named(String name, GoZone local) {
        if (name.equals("Local")) {
            return local;
        }
        ZoneHistory history = name.equals("UTC") ? null : ZoneTable.find(name);
        return history == null ? UTC : new GoZone(name, "time.Location(" + Quoting.quote(name) + ")", 0, history);
    }

    int offset(long second) {
        return history == null ? fixed : history.offset(second);
    }

    /** What stands for the zone at that time; empty if only its offset does. */
    String abbreviation(long second) {
        return history == null ? name : history.abbreviation(second);
    }

    /** The second of the epoch at which clocks of this zone show the given one. */
    long instant(long wallSecond) {
        return wallSecond - offset(wallSecond - offset(wallSecond));
    }

    @Override
    public GoType type() {
        return TYPE;
    }

    @Override
    public String toString() {
        return TYPE.name();
    }
}
