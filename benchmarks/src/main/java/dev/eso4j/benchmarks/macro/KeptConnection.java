package dev.eso4j.benchmarks.macro;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.SocketFactory;

/**
 * One connection to the API server that is kept from request to request, with as little around it as HTTP/1.1 allows: the
 * floor should be the server's work and not a client's. Not thread-safe.
 */
final class KeptConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String headers;

    /** Connects. */
    KeptConnection(SocketFactory sockets, URI server, String token) throws IOException {
        socket = sockets.createSocket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        headers = "\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n";
    }

    /** Sends a request and returns the body of its answer. */
    String send(String method, String path, String contentType, String body) throws IOException {
        write(method, path, contentType, body);
        Head head = head();
        String answer = head.chunked ? chunks() : text(in.readNBytes(head.length));
        if (head.code > 299) {
            throw new IOException(method + " " + path + " was answered with " + head.code + ": " + answer);
        }
        return answer;
    }

    /** Begins a watch, whose answer {@link #chunk} returns piece by piece. */
    void stream(String path) throws IOException {
        write("GET", path, "", "");
        Head head = head();
        if (head.code != 200 || !head.chunked) {
            throw new IOException("GET " + path + " was answered with " + head.code);
        }
    }

    /** Returns the next piece of an answer that comes in pieces; an empty one is its end. */
    byte[] chunk() throws IOException {
        int length = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
        byte[] chunk = in.readNBytes(length);
        line();
        return chunk;
    }

    private void write(String method, String path, String contentType, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(512);
        head.append(method).append(' ').append(path).append(" HTTP/1.1").append(headers);
        if (content.length > 0) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[start.length + content.length];
        System.arraycopy(start, 0, message, 0, start.length);
        System.arraycopy(content, 0, message, start.length, content.length);
        socket.getOutputStream().write(message);
    }

    private record Head(int code, boolean chunked, int length) {}

    private Head head() throws IOException {
        int code = Integer.parseInt(line().split(" ", 3)[1]);
        boolean chunked = false;
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
        }
        return new Head(code, chunked, length);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(64 * 1024);
        for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            all.write(chunk);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the API server has closed the connection");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
