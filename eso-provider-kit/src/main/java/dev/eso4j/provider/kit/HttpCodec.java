package dev.eso4j.provider.kit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over one socket, which also tells whether anything came in that nobody asked for. */
final class HttpCodec extends DefaultBHttpClientConnection {
    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(8192)
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(200)
            .build();

    /** The usual answer to a look, of each call; where it was thrown is known. */
    private static final SocketTimeoutException NOTHING = new Nothing();

    private boolean looking;

    HttpCodec() {
        super(LIMITS);
    }

    /** Speaks over {@code raw}, or over the TLS on it. */
    void speak(Socket raw, @Nullable SSLSocket tls) throws IOException {
        bind(tls == null ? new Line(raw) : new Line(tls, raw));
    }

    /** Returns whether the buffers between the codec and the kernel are empty, without waiting for more. */
    boolean quiet() throws IOException {
        looking = true;
        try {
            return !isDataAvailable(Timeout.ofMilliseconds(1));
        } finally {
            looking = false;
        }
    }

    private static final class Nothing extends SocketTimeoutException {
        private static final long serialVersionUID = 1L;

        Nothing() {
            super("nothing is there");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private final class Line extends SocketHolder {
        Line(Socket socket) {
            super(socket);
        }

        Line(SSLSocket tls, Socket raw) {
            super(tls, raw);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return new FilterInputStream(super.getInputStream(socket)) {
                @Override
                public int read(byte[] into, int offset, int size) throws IOException {
                    if (looking && in.available() == 0) {
                        throw NOTHING;
                    }
                    return in.read(into, offset, size);
                }
            };
        }
    }
}
