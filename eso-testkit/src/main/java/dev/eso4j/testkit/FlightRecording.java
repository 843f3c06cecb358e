package dev.eso4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.function.BiConsumer;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the JVM itself writes down of a run: the events of its flight recorder with the settings {@code profile}, and on top
 * of them every exception with its message and every access to files and sockets. Not thread-safe.
 */
public final class FlightRecording implements AutoCloseable {
    private static final List<String> MORE = List.of(
            "jdk.JavaExceptionThrow",
            "jdk.JavaErrorThrow",
            "jdk.FileRead",
            "jdk.FileWrite",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.ThreadDump",
            "jdk.JavaMonitorEnter");

    private final Recording recording;

    private FlightRecording(Recording recording) {
        this.recording = recording;
    }

    /** Starts to record. */
    public static FlightRecording start() {
        try {
            Recording recording = new Recording(Configuration.getConfiguration("profile"));
            MORE.forEach(event -> recording.enable(event).withoutThreshold());
            recording.start();
            return new FlightRecording(recording);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the JVM's settings \"profile\" cannot be read", e);
        }
    }

    /**
     * Ends the recording and hands over each text of each event, nested ones too, under {@code event.field}.
     *
     * @return how many texts there were
     */
    public long texts(BiConsumer<String, String> each) {
        try {
            recording.stop();
            Path file = Files.createTempFile("flight-", ".jfr");
            try {
                recording.dump(file);
                return read(file, each);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long read(Path file, BiConsumer<String, String> each) throws IOException {
        long count = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                count += walk(event.getEventType().getName(), event, each);
            }
        }
        return count;
    }

    private static long walk(String where, RecordedObject object, BiConsumer<String, String> each) {
        long count = 0;
        for (ValueDescriptor field : object.getFields()) {
            String name = field.getName();
            // Names of classes and methods, of which there are very many.
            if (name.equals("stackTrace") || field.getTypeName().equals("java.lang.Class")) {
                continue;
            }
            Object value = object.getValue(name);
            if (value instanceof String text) {
                each.accept(where + "." + name, text);
                count++;
            } else if (value instanceof RecordedObject nested && !where.endsWith("." + name)) {
                count += walk(where + "." + name, nested, each);
            }
        }
        return count;
    }

    @Override
    public void close() {
        recording.close();
    }
}
