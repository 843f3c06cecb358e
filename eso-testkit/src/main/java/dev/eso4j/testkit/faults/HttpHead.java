package dev.eso4j.testkit.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first line and the headers of an HTTP/1.1 message.
 *
 * @param line the request or status line
 * @param headers the header lines as they came
 */
record HttpHead(String line, List<String> headers) {
    private static final int LONGEST = 1 << 20;

    /** Reads a head; nothing if the other side has closed the connection before it. */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = new ArrayList<>();
        for (String next = line(in); !next.isEmpty(); next = line(in)) {
            headers.add(next);
        }
        return Optional.of(new HttpHead(first, headers));
    }

    /** Reads one line; the empty text at the end of the stream as well. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        int b;
        while ((b = in.read()) >= 0 && b != '\n') {
            if (b != '\r') {
                bytes.write(b);
            }
            if (bytes.size() > LONGEST) {
                throw new IOException("a line of HTTP is longer than " + LONGEST + " bytes");
            }
        }
        if (b < 0 && bytes.size() > 0) {
            throw new EOFException("the connection ends within a line");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(start))
                .map(h -> h.substring(start.length()).strip())
                .findFirst();
    }

    boolean chunked() {
        return header("Transfer-Encoding")
                .filter(v -> v.equalsIgnoreCase("chunked"))
                .isPresent();
    }

    long length() {
        return header("Content-Length").map(Long::parseLong).orElse(-1L);
    }

    boolean closes() {
        return header("Connection").filter(v -> v.equalsIgnoreCase("close")).isPresent();
    }

    int code() {
        return Integer.parseInt(line.split(" ")[1]);
    }

    void write(OutputStream out) throws IOException {
        out.write((line + "\r\n" + headers.stream().map(h -> h + "\r\n").reduce("", String::concat) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }
}
