package dev.eso4j.standalone.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Sets the log up in code: reading a configuration file would take longer than the first sync. */
public final class OperatorLog {
    /** How lines look. */
    public enum Format {
        /** One JSON object for each line. */
        JSON,
        /** Text for people. */
        TEXT
    }

    private OperatorLog() {}

    /** Returns the level that a name of the existing operator means; nothing for an unknown one. */
    public static Optional<Level> level(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "debug" -> Level.DEBUG;
                    case "info" -> Level.INFO;
                    case "warn" -> Level.WARN;
                    case "error", "dpanic", "panic", "fatal" -> Level.ERROR;
                    default -> null;
                });
    }

    /** Sends the log of the whole process to {@code out}. */
    public static void setUp(Level level, Format format, TimeEncoding time, OutputStream out) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Encoder<ILoggingEvent> encoder = format == Format.JSON ? new JsonLines(time) : new TextLines(time);
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(out);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("dev.eso4j").setLevel(level);
        root.addAppender(appender);
    }
}
