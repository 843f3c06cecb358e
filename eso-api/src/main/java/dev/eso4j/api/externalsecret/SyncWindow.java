package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Rule;

/**
 * One recurring window of time.
 *
 * @param schedule When the window opens, in UTC: five fields of cron (minute, hour, day of month, month, day of week),
 *     such as {@code 0 22 * * 1-5}, or one of {@code @hourly}, {@code @daily}, {@code @weekly}, {@code @monthly},
 *     {@code @yearly}.
 * @param duration How long the window stays open: a duration such as {@code 8h} or {@code 1h30m}. The largest unit is
 *     the hour.
 */
@ModelRecord
public record SyncWindow(
        @Pattern(Forms.CRON) @Length(min = 1) String schedule,

        @Length(max = 128) @Rule(check = Forms.IS_DURATION, message = Forms.NOT_DURATION)
        String duration) {}
