package dev.eso4j.template.functions.dates;

import java.time.LocalDateTime;

/** Writes a time by a layout. */
final class TimeFormat {
    private final GoTime time;
    private final LocalDateTime wall;
    private final StringBuilder text = new StringBuilder();

    TimeFormat(GoTime time) {
        this.time = time;
        this.wall = time.wall();
    }

    String text(String layout) {
        int at = 0;
        for (Layout part = Layout.next(layout, 0); ; part = Layout.next(layout, at)) {
            text.append(layout, at, part.start());
            if (part.kind() == Layout.Kind.END) {
                return text.toString();
            }
            write(part);
            at = part.end();
        }
    }

    private void write(Layout part) {
        int hour12 = wall.getHour() % 12 == 0 ? 12 : wall.getHour() % 12;
        switch (part.kind()) {
            case YEAR -> number(Math.max(wall.getYear(), 0) % 100, 2, '0');
            case LONG_YEAR -> number(wall.getYear(), 4, '0');
            case MONTH_NAME -> text.append(Names.shortened(Names.month(wall.getMonthValue())));
            case LONG_MONTH_NAME -> text.append(Names.month(wall.getMonthValue()));
            case MONTH -> text.append(wall.getMonthValue());
            case ZERO_MONTH -> number(wall.getMonthValue(), 2, '0');
            case DAY_NAME -> text.append(Names.shortened(dayName()));
            case LONG_DAY_NAME -> text.append(dayName());
            case DAY -> text.append(wall.getDayOfMonth());
            case SPACE_DAY -> number(wall.getDayOfMonth(), 2, ' ');
            case ZERO_DAY -> number(wall.getDayOfMonth(), 2, '0');
            case SPACE_YEAR_DAY -> number(wall.getDayOfYear(), 3, ' ');
            case ZERO_YEAR_DAY -> number(wall.getDayOfYear(), 3, '0');
            case HOUR -> number(wall.getHour(), 2, '0');
            case HOUR_12 -> text.append(hour12);
            case ZERO_HOUR_12 -> number(hour12, 2, '0');
            case MINUTE -> text.append(wall.getMinute());
            case ZERO_MINUTE -> number(wall.getMinute(), 2, '0');
            case SECOND -> text.append(wall.getSecond());
            case ZERO_SECOND -> number(wall.getSecond(), 2, '0');
            case UPPER_HALF -> text.append(wall.getHour() >= 12 ? "PM" : "AM");
            case LOWER_HALF -> text.append(wall.getHour() >= 12 ? "pm" : "am");
            case ZONE_NAME -> zoneName();
            case OFFSET -> offset(part.text());
            case Z_OFFSET -> {
                if (time.offset() == 0) {
                    text.append('Z');
                } else {
                    offset(part.text());
                }
            }
            case FRACTION, TRIMMED_FRACTION -> fraction(part);
            case END -> {}
        }
    }

    private String dayName() {
        return Names.day(wall.getDayOfWeek().getValue() % 7);
    }

    private void zoneName() {
        String name = time.abbreviation();
        if (name.isEmpty()) {
            offset("-0700");
        } else {
            text.append(name);
        }
    }

    private void offset(String form) {
        int seconds = time.offset();
        int size = Math.abs(seconds);
        text.append(seconds < 0 && size >= 60 ? '-' : '+');
        number(size / 3600, 2, '0');
        String colon = form.indexOf(':') >= 0 ? ":" : "";
        if (form.length() > 3) {
            number(size / 60 % 60, 2, '0');
        }
        if (form.length() > 6) {
            number(size % 60, 2, '0');
        }
        if (!colon.isEmpty()) {
            int digits = form.length() > 6 ? 4 : 2;
            text.insert(text.length() - digits, colon);
            if (digits == 4) {
                text.insert(text.length() - 2, colon);
            }
        }
    }

    private void fraction(Layout part) {
        int digits = part.text().length() - 1;
        boolean trimmed = part.kind() == Layout.Kind.TRIMMED_FRACTION;
        if (trimmed && time.nano() == 0) {
            return;
        }
        text.append(part.text().charAt(0));
        int start = text.length();
        number(time.nano(), 9, '0');
        text.setLength(start + Math.min(digits, 9));
        if (trimmed) {
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
            if (text.length() == start) {
                text.setLength(start - 1);
            }
        }
    }

    private void number(int value, int width, char padding) {
        String digits = Integer.toString(Math.abs(value));
        text.append(value < 0 ? "-" : "");
        text.append(String.valueOf(padding).repeat(Math.max(0, width - digits.length())));
        text.append(digits);
    }
}
