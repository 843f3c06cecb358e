package dev.eso4j.template.functions.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of time zones")
class ZoneTableTest {
    private static final Instant FROM = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2035-01-01T00:00:00Z");
    private static final int DAYS = 29;

    @Test
    @DisplayName("has the zones that Java has, and agrees with it on nearly every offset since 1971")
    void agreesWithJava() {
        int asked = 0;
        List<String> different = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : ZoneRulesProvider.getAvailableZoneIds()) {
            ZoneHistory history = ZoneTable.find(name);
            ZoneRules rules = ZoneRulesProvider.getRules(name, false);
            if (history == null) {
                missing.add(name);
                continue;
            }
            for (Instant at = FROM; at.isBefore(TO); at = at.plusSeconds(DAYS * 86_400L)) {
                asked++;
                if (history.offset(at.getEpochSecond()) != rules.getOffset(at).getTotalSeconds()) {
                    different.add(name + " at " + at);
                }
                assertThat(history.abbreviation(at.getEpochSecond())).isNotEmpty();
            }
        }
        System.out.printf(
                "zones: %d offsets asked, %d differ, %d names missing%n", asked, different.size(), missing.size());

        // Java's own inventions, such as SystemV/AST4, are not in the tz database.
        assertThat(missing).allMatch(name -> name.startsWith("SystemV/"));
        // The two come from different releases of that database.
        assertThat(different).hasSizeLessThan(asked / 1000);
    }
}
