package dev.eso4j.standalone.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one JSON object for each line, with zap's field names: {@code level}, {@code ts}, {@code logger}, {@code msg}. */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    /** What the lines of one run on an object have in common, by the names of controller-runtime. */
    static final List<String> RUN = List.of("controller", "namespace", "name", "reconcileID");

    private final TimeEncoding time;

    JsonLines(TimeEncoding time) {
        this.time = time;
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder out = new StringBuilder(200);
        out.append("{\"level\":\"").append(level(event.getLevel())).append("\",\"ts\":");
        out.append(time.json(event.getInstant()));
        field("logger", simple(event.getLoggerName()), out);
        field("msg", event.getFormattedMessage(), out);
        Map<String, String> context = event.getMDCPropertyMap();
        for (String name : RUN) {
            String value = context.get(name);
            if (value != null) {
                field(name, value, out);
            }
        }
        if (event.getThrowableProxy() != null) {
            field("stacktrace", ThrowableProxyUtil.asString(event.getThrowableProxy()), out);
        }
        return out.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    static String level(Level level) {
        return level.toString().toLowerCase(Locale.ROOT);
    }

    static String simple(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static void field(String name, String value, StringBuilder out) {
        out.append(",\"").append(name).append("\":\"");
        JsonStringEncoder.getInstance().quoteAsString(value, out);
        out.append('"');
    }
}
