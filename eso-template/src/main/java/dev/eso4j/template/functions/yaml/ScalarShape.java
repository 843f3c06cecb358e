package dev.eso4j.template.functions.yaml;

/** In which styles a text can be written, which depends on characters at its ends, blanks beside breaks, and indicators. */
final class ScalarShape {
    private final int[] points;
    private boolean indicators;
    private boolean breaks;
    private boolean special;
    private boolean breakThenSpace;
    private boolean spaceThenBreak;

    ScalarShape(int[] points) {
        this.points = points;
        indicators = startsWith('-') || startsWith('.');
        for (int i = 0; i < points.length; i++) {
            boolean followed = i + 1 == points.length
                    || YamlCharacters.blank(points[i + 1])
                    || YamlCharacters.lineBreak(points[i + 1]);
            boolean preceded = i == 0 || YamlCharacters.blank(points[i - 1]) || YamlCharacters.lineBreak(points[i - 1]);
            indicators |= i == 0 ? firstIndicates(points[0], followed) : indicates(points[i], preceded, followed);
            special |= !YamlCharacters.printable(points[i]);
            boolean lineBreak = YamlCharacters.lineBreak(points[i]);
            breaks |= lineBreak;
            if (i > 0) {
                breakThenSpace |= points[i] == ' ' && YamlCharacters.lineBreak(points[i - 1]);
                spaceThenBreak |= lineBreak && points[i - 1] == ' ';
            }
        }
    }

    private boolean startsWith(char c) {
        return points.length >= 3 && points[0] == c && points[1] == c && points[2] == c;
    }

    private static boolean firstIndicates(int point, boolean followed) {
        return switch (point) {
            case '#', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> true;
            case '?', ':', '-' -> followed;
            default -> false;
        };
    }

    private static boolean indicates(int point, boolean preceded, boolean followed) {
        return point == ':' && followed || point == '#' && preceded;
    }

    boolean multiline() {
        return breaks;
    }

    boolean plain() {
        if (points.length == 0) {
            return true;
        }
        return !indicators && !breaks && !special && points[0] != ' ' && points[points.length - 1] != ' ';
    }

    boolean singleQuoted() {
        return !breakThenSpace && !spaceThenBreak && !special;
    }

    boolean block() {
        return points.length > 0 && points[points.length - 1] != ' ' && !spaceThenBreak && !special;
    }
}
