package dev.eso4j.testkit.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes bodies, and makes answers of the proxy's own. */
final class HttpAnswer {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private HttpAnswer() {}

    /** Where the pieces of a body go; {@code false} ends the reading. */
    interface Pieces {
        boolean piece(byte[] bytes, int length) throws IOException;
    }

    /** Hands the body over piece by piece, decoded, as it comes; returns whether it was read to its end. */
    static boolean read(HttpHead head, InputStream in, Pieces pieces) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        if (!head.chunked()) {
            return exactly(Math.max(0, head.length()), in, buffer, pieces);
        }
        while (true) {
            String size = HttpHead.line(in);
            if (size.isEmpty()) {
                throw new java.io.EOFException("the body ends without its last chunk");
            }
            long length = Long.parseLong(size.split(";")[0].strip(), 16);
            if (length == 0) {
                while (!HttpHead.line(in).isEmpty()) {
                    continue; // Trailers.
                }
                return true;
            }
            if (!exactly(length, in, buffer, pieces)) {
                return false;
            }
            HttpHead.line(in);
        }
    }

    private static boolean exactly(long length, InputStream in, byte[] buffer, Pieces pieces) throws IOException {
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new java.io.EOFException("the body ends " + left + " bytes too early");
            }
            left -= read;
            if (!pieces.piece(buffer, read)) {
                return false;
            }
        }
        return true;
    }

    static void chunk(OutputStream out, byte[] bytes, int length) throws IOException {
        if (length > 0) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, length);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    static void lastChunk(OutputStream out) throws IOException {
        out.write(LAST_CHUNK);
        out.flush();
    }

    static void own(OutputStream out, int code, String reason, @Nullable Duration retryAfter) throws IOException {
        byte[] body = status(code, reason).getBytes(StandardCharsets.UTF_8);
        List<String> headers =
                new ArrayList<>(List.of("Content-Type: application/json", "Content-Length: " + body.length));
        if (retryAfter != null) {
            headers.add("Retry-After: " + retryAfter.toSeconds());
        }
        new HttpHead("HTTP/1.1 " + code + " " + reason, headers).write(out);
        out.write(body);
        out.flush();
    }

    /** Returns a Status object as the API server would send it. */
    static String status(int code, String reason) {
        return """
                {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"injected: %2$s",\
                "reason":"%2$s","details":{"name":"injected"},"code":%1$d}""".formatted(code, reason);
    }
}
