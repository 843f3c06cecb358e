package dev.eso4j.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a person reads what is printed. */
final class Terminal {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    private Terminal() {}

    static boolean isStandardOutput() {
        if (Files.isSymbolicLink(STANDARD_OUTPUT)) {
            try {
                String device = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
            } catch (IOException e) {
                return false; // What cannot be known to be a terminal is none.
            }
        }
        // From Java 22 on there is one for files as well, unless it is told not to.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }
}
