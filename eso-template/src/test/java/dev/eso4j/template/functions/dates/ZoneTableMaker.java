package dev.eso4j.template.functions.dates;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the lines of {@code zones.txt} from a directory of compiled tz files: {@code ZoneTableMaker /usr/share/zoneinfo}. */
final class ZoneTableMaker {
    /** What comes later is asked of Java. */
    private static final long END = 1_735_689_600L;

    private static final int HEADER = 44;

    private ZoneTableMaker() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Map<String, TreeSet<String>> names = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                boolean zone =
                        bytes.length > HEADER && new String(bytes, 0, 4, StandardCharsets.US_ASCII).equals("TZif");
                if (zone && !name.matches("(posix|right)/.*|posixrules|localtime|Factory")) {
                    names.computeIfAbsent(history(bytes), history -> new TreeSet<>())
                            .add(name);
                }
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        names.entrySet().stream()
                .map(entry -> String.join(" ", entry.getValue()) + "|" + entry.getKey())
                .sorted()
                .forEach(out::println);
    }

    /** Types and changes, from the second part of a file, which has 64 bits for each time. */
    private static String history(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(HEADER + length(in, 0, 4));
        int second = in.position();
        int count = in.getInt(second + 32);
        int types = in.getInt(second + 36);
        int times = second + HEADER;
        int typeTable = times + 9 * count;
        List<String> used = new ArrayList<>();
        StringBuilder changes = new StringBuilder();
        String current = type(bytes, typeTable, types, 0);
        used.add(current);
        long last = 0;
        for (int i = 0; i < count; i++) {
            long time = in.getLong(times + 8 * i);
            String next = type(bytes, typeTable, types, in.get(times + 8 * count + i));
            if (!used.contains(next)) {
                used.add(next);
            }
            if (time < END && !next.equals(current)) {
                changes.append(changes.isEmpty() ? "" : " ")
                        .append(Long.toString(time - last, 36))
                        .append(':')
                        .append(Integer.toString(used.indexOf(next), 36));
                last = time;
                current = next;
            }
        }
        return used.stream().collect(Collectors.joining(",")) + "|" + changes;
    }

    private static int length(ByteBuffer in, int header, int timeSize) {
        int counted = in.getInt(header + 32) * (timeSize + 1) + in.getInt(header + 36) * 6 + in.getInt(header + 40);
        return counted + in.getInt(header + 28) * (timeSize + 4) + in.getInt(header + 24) + in.getInt(header + 20);
    }

    private static String type(byte[] bytes, int table, int types, int index) {
        int offset = ByteBuffer.wrap(bytes).getInt(table + 6 * index);
        int start = table + 6 * types + bytes[table + 6 * index + 5];
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return offset + " " + new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    }
}
