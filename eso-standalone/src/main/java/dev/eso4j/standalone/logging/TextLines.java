package dev.eso4j.standalone.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes lines for people: time, level, logger, message. */
final class TextLines extends EncoderBase<ILoggingEvent> {
    private final TimeEncoding time;

    TextLines(TimeEncoding time) {
        this.time = time;
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder out = new StringBuilder(160);
        out.append(time.text(event.getInstant())).append(' ');
        out.append(JsonLines.level(event.getLevel())).append(' ');
        out.append(JsonLines.simple(event.getLoggerName()));
        run(event.getMDCPropertyMap(), out);
        out.append(": ");
        out.append(event.getFormattedMessage()).append('\n');
        if (event.getThrowableProxy() != null) {
            out.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Names the run that a line belongs to: {@code [externalsecret shop/db 1x2y-7]}. */
    private static void run(Map<String, String> context, StringBuilder out) {
        String id = context.get("reconcileID");
        if (id == null) {
            return;
        }
        String namespace = context.getOrDefault("namespace", "");
        out.append(" [").append(context.getOrDefault("controller", "")).append(' ');
        out.append(namespace).append(namespace.isEmpty() ? "" : "/").append(context.getOrDefault("name", ""));
        out.append(' ').append(id).append(']');
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
