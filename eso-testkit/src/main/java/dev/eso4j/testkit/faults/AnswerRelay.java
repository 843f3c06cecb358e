package dev.eso4j.testkit.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Passes one answer on from the upstream to the client, with what a fault makes of it. */
final class AnswerRelay {
    private final ProxyConnection connection;
    private final HttpHead head;
    private final InputStream from;
    private final OutputStream out;

    AnswerRelay(ProxyConnection connection, HttpHead head, InputStream from, OutputStream out) {
        this.connection = connection;
        this.head = head;
        this.from = from;
        this.out = out;
    }

    /** Passes the answer on; returns whether both connections may be used on. */
    boolean pass(@Nullable Fault fault) throws IOException {
        if (fault instanceof Fault.Answer answer) {
            HttpAnswer.read(head, from, (bytes, length) -> true);
            HttpAnswer.own(out, answer.code(), answer.reason(), answer.retryAfter());
            return true;
        }
        if (fault instanceof Fault.Endless endless) {
            if (endless.blanks()) {
                connection.trickle(out);
            }
            connection.awaitBroken();
        }
        head.write(out);
        out.flush();
        if (fault instanceof Fault.Reset) {
            HttpAnswer.read(head, from, (bytes, length) -> {
                send(bytes, Math.max(1, length / 2));
                out.flush();
                return false;
            });
            return false;
        }
        return fault instanceof Fault.Events events && head.chunked() && head.code() == 200
                ? edited(events.editor().get())
                : plain();
    }

    private boolean plain() throws IOException {
        boolean whole = HttpAnswer.read(head, from, (bytes, length) -> {
            connection.stopIfCut();
            send(bytes, length);
            return true;
        });
        if (head.chunked()) {
            HttpAnswer.lastChunk(out);
        }
        out.flush();
        return whole;
    }

    private void send(byte[] bytes, int length) throws IOException {
        if (head.chunked()) {
            HttpAnswer.chunk(out, bytes, length);
        } else {
            out.write(bytes, 0, length);
        }
    }

    private boolean edited(WatchEditor editor) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        HttpAnswer.read(head, from, (bytes, length) -> {
            boolean goesOn = true;
            for (int i = 0; i < length && goesOn; i++) {
                line.write(bytes[i]);
                if (bytes[i] == '\n') {
                    connection.stopIfCut();
                    goesOn = editor.line(line.toString(StandardCharsets.UTF_8).strip(), this::sendLine);
                    line.reset();
                }
            }
            return goesOn;
        });
        HttpAnswer.lastChunk(out);
        return false;
    }

    private void sendLine(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        HttpAnswer.chunk(out, bytes, bytes.length);
    }
}
