package dev.eso4j.template.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.template.TemplateEngine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Times in a zone that is not UTC")
class DatesInAZoneTest {
    private static final TemplateEngine ENGINE = TemplateEngine.builder()
            .zone(ZoneId.of("Europe/Berlin"))
            .clock(Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC))
            .build();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "now, 2024-05-06 09:08:09 +0200 CEST",
        "now.Location, Local",
        "toDate \"2006-01-02 15:04\" \"1893-01-01 12:00\", 1893-01-01 12:00:00 +0053 LMT",
        "toDate \"2006-01-02 15:04\" \"2024-01-01 12:00\", 2024-01-01 12:00:00 +0100 CET",
        "toDate \"2006-01-02 15:04\" \"2040-07-01 12:00\", 2040-07-01 12:00:00 +0200 CEST",
        "toDate \"2006-01-02 15:04 MST\" \"2024-07-01 12:00 CEST\", 2024-07-01 12:00:00 +0200 CEST",
        "toDate \"2006-01-02 15:04 -0700\" \"2024-07-01 12:00 +0200\", 2024-07-01 12:00:00 +0200 CEST",
        "toDate \"2006-01-02 15:04 -0700\" \"2024-07-01 12:00 +0300\", 2024-07-01 12:00:00 +0300 +0300",
        "date \"15:04 MST\" 1700000000, 23:13 CET",
        "dateInZone \"2006-01-02 15:04 MST\" 2000000000 \"Asia/Tokyo\", 2033-05-18 12:33 JST",
        "dateInZone \"15:04 MST\" 1700000000 \"Local\", 23:13 CET",
    })
    @DisplayName("have its offset and abbreviation, before and after what Java and the table know")
    void printed(String expression, String expected) {
        byte[] rendered = ENGINE.render("{{ " + expression + " }}", Map.of());

        assertThat(new String(rendered, StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}
