package dev.eso4j.template.functions.strings;

import dev.eso4j.template.value.Bytes;

/** Names whose words begin with capitals and have nothing between them. */
final class PascalCase {
    private PascalCase() {}

    static String of(String text) {
        int[] points = Bytes.decode(text).codePoints().toArray();
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        while (at < points.length && Word.connector(points[at])) {
            Bytes.append(result, points[at++]);
        }
        if (at == points.length) {
            if (at > 0) {
                Bytes.append(result, points[at - 1]);
            }
            return result.toString();
        }
        boolean capitals = Letters.upper(points[at]);
        int last = Character.toUpperCase(points[at]);
        for (at++; at < points.length; at++) {
            int point = points[at];
            boolean afterConnector = Word.connector(last);
            if (afterConnector && Word.connector(point)) {
                Bytes.append(result, last);
                last = point;
                continue;
            }
            if (afterConnector) {
                capitals = Letters.upper(point);
                point = Character.toUpperCase(point);
            } else {
                Bytes.append(result, last);
                if (capitals && Letters.upper(point)) {
                    point = Character.toLowerCase(point);
                } else {
                    capitals = false;
                }
            }
            last = point;
        }
        Bytes.append(result, last);
        return result.toString();
    }
}
