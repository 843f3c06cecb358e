package dev.eso4j.template.functions.yaml;

import dev.eso4j.template.value.Bytes;

/** The order in which Go's YAML writes keys: numbers within them count as such, letters come last. */
final class NaturalOrder {
    private NaturalOrder() {}

    /**
     * Sorts keys. The order is not transitive for all keys, so it takes a sort that bears with that; Java's own would fail.
     */
    static void sort(String[] keys) {
        int[][] points = new int[keys.length][];
        Integer[] order = new Integer[keys.length];
        for (int i = 0; i < keys.length; i++) {
            points[i] = Bytes.decode(keys[i]).codePoints().toArray();
            order[i] = i;
        }
        merge(order, new Integer[keys.length], 0, keys.length, points);
        String[] unsorted = keys.clone();
        for (int i = 0; i < keys.length; i++) {
            keys[i] = unsorted[order[i]];
        }
    }

    private static void merge(Integer[] order, Integer[] spare, int from, int to, int[][] points) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        merge(order, spare, from, middle, points);
        merge(order, spare, middle, to, points);
        System.arraycopy(order, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeRight = left == middle || right < to && before(points[spare[right]], points[spare[left]]);
            order[i] = spare[takeRight ? right++ : left++];
        }
    }

    private static boolean before(int[] a, int[] b) {
        for (int i = 0; i < a.length && i < b.length; i++) {
            if (a[i] != b[i]) {
                return differentAt(a, b, i);
            }
        }
        return a.length < b.length;
    }

    private static boolean differentAt(int[] a, int[] b, int at) {
        boolean letterA = Character.isLetter(a[at]);
        boolean letterB = Character.isLetter(b[at]);
        if (letterA || letterB) {
            return letterA && letterB ? a[at] < b[at] : letterB;
        }
        int prefix = 0;
        if (a[at] == '0' || b[at] == '0') {
            for (int i = at - 1; i >= 0 && Character.isDigit(a[i]) && prefix == 0; i--) {
                prefix = a[i] == '0' ? 0 : 1;
            }
        }
        int endA = digitsEnd(a, at);
        int endB = digitsEnd(b, at);
        long numberA = number(a, at, endA, prefix);
        long numberB = number(b, at, endB, prefix);
        if (numberA != numberB) {
            return numberA < numberB;
        }
        return endA != endB ? endA < endB : a[at] < b[at];
    }

    private static int digitsEnd(int[] points, int from) {
        int end = from;
        while (end < points.length && Character.isDigit(points[end])) {
            end++;
        }
        return end;
    }

    /** Overflows where Go's number does. */
    private static long number(int[] points, int from, int to, int prefix) {
        long number = prefix;
        for (int i = from; i < to; i++) {
            number = number * 10 + (points[i] - '0');
        }
        return number;
    }
}
