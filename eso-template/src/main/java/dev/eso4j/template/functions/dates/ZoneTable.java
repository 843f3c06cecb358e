package dev.eso4j.template.functions.dates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds zones by name. Zones are kept once they were found; there are about 600 at most. Thread-safe. */
final class ZoneTable {
    private static final Map<String, ZoneHistory> FOUND = new ConcurrentHashMap<>();

    private ZoneTable() {}

    static @Nullable ZoneHistory find(String name) {
        ZoneHistory known = FOUND.get(name);
        if (known != null || name.isEmpty()) {
            return known;
        }
        String line = line(name);
        return line == null ? null : FOUND.computeIfAbsent(name, key -> ZoneHistory.of(key, line));
    }

    private static @Nullable String line(String name) {
        InputStream table = Objects.requireNonNull(ZoneTable.class.getResourceAsStream("zones.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf('|');
                if (!line.startsWith("#")
                        && List.of(line.substring(0, end).split(" ", -1)).contains(name)) {
                    return line;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
