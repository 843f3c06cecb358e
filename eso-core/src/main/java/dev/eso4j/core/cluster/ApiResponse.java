package dev.eso4j.core.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** The answer to a call: head and body. Closing it gives the connection back, or ends it if there is more to come. */
final class ApiResponse implements AutoCloseable {
    /** What follows the last byte of interest: the end of the line, and the mark of the end. */
    private static final int REST = 4096;

    /** Is told whether the body was read to its end. */
    interface Done {
        void with(boolean ended);
    }

    private final ClassicHttpResponse response;
    private final ApiConnection connection;
    private final Done done;
    private final InputStream body;
    private boolean ended;
    private boolean failed;
    private boolean closed;

    ApiResponse(ClassicHttpResponse response, ApiConnection connection, Done done) throws IOException {
        this.response = response;
        this.connection = connection;
        this.done = done;
        this.ended = response.getEntity() == null;
        this.body = ended ? InputStream.nullInputStream() : response.getEntity().getContent();
    }

    int code() {
        return response.getCode();
    }

    boolean isSuccessful() {
        return code() / 100 == 2;
    }

    @Nullable
    String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** Returns the body as it comes in; closing it closes the answer. */
    InputStream body() {
        return new Body();
    }

    /** Returns as much of the body as {@code most} bytes are, as text. */
    String text(int most) throws IOException {
        return new String(body().readNBytes(most), StandardCharsets.UTF_8);
    }

    /** Reads the body to its end. */
    void skip() throws IOException {
        body().transferTo(java.io.OutputStream.nullOutputStream());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (!ended && !failed && connection.isBounded()) {
            finish();
        }
        closed = true;
        done.with(ended && !failed);
    }

    private void finish() {
        connection.hurry();
        try {
            ended = body.readNBytes(REST).length < REST;
        } catch (IOException e) {
            failed = true; // The answer is complete for its reader; only the connection is of no use any more.
        }
    }

    private final class Body extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int size) throws IOException {
            if (ended || closed) {
                return -1;
            }
            failed = true;
            connection.awaitBounds();
            int count = body.read(into, offset, size);
            failed = false;
            ended = count < 0;
            return count;
        }

        @Override
        public void close() {
            ApiResponse.this.close();
        }
    }
}
