package dev.eso4j.provider.kit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a backend, for one call at a time. It goes to the very addresses that were checked.
 *
 * <p>A channel, because an interrupt ends what waits on it. Only {@link #abort} may come from another thread.
 */
final class HttpConnection {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    private final HttpOrigin origin;
    private final HttpRoute route;
    private final Supplier<SSLContext> context;
    private final HttpCodec codec = new HttpCodec();
    private volatile @Nullable SocketChannel channel;
    private volatile boolean aborted;
    private volatile @Nullable Duration over;
    private boolean connected;
    private boolean sent;
    private boolean answered;
    private int calls;
    /** When the last call ended. */
    long idleSince;

    HttpConnection(HttpOrigin origin, HttpRoute route, Supplier<SSLContext> context) {
        this.origin = origin;
        this.route = route;
        this.context = context;
    }

    HttpOrigin origin() {
        return origin;
    }

    /** Connects and greets, unless that has been done before. */
    void connect(Duration limit) throws IOException {
        if (connected) {
            return;
        }
        try (TimeLimit ignored = new TimeLimit(limit, () -> late(limit))) {
            SocketChannel open = reach(limit);
            SSLSocket tls = null;
            if (origin.secure()) {
                if (route.proxied()) {
                    HttpTunnel.open(open.socket(), origin.authority());
                }
                tls = greet(open);
            }
            codec.speak(open.socket(), tls);
            connected = true;
        }
    }

    private SocketChannel reach(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        IOException failure = null;
        InetAddress[] addresses = route.addresses();
        for (int i = 0; i < addresses.length; i++) {
            // A name may have an address of a family that does not work here, so each gets its share of the time.
            long share = TimeUnit.NANOSECONDS.toMillis((end - System.nanoTime()) / (addresses.length - i));
            SocketChannel next = SocketChannel.open();
            channel = next;
            if (aborted) {
                abort();
            }
            try {
                next.setOption(StandardSocketOptions.TCP_NODELAY, true);
                next.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
                next.socket().connect(new InetSocketAddress(addresses[i], route.port()), (int)
                        Math.min(Integer.MAX_VALUE, Math.max(1, share)));
                return next;
            } catch (IOException e) {
                next.close();
                failure = e;
                if (aborted || Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        if (System.nanoTime() - end >= 0) {
            late(limit);
        }
        if (failure instanceof ConnectException refused) {
            throw refused;
        }
        ConnectException none = new ConnectException("no address can be connected to");
        none.initCause(failure);
        throw none;
    }

    private SSLSocket greet(SocketChannel open) throws IOException {
        SSLSocket tls = (SSLSocket)
                context.get().getSocketFactory().createSocket(open.socket(), origin.host(), origin.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    /** Makes a call whose answer has at most so many bytes. */
    HttpAnswer exchange(HttpCall call, Duration connecting, Duration limit, Duration rest, int most)
            throws IOException {
        sent = false;
        answered = false;
        try (TimeLimit ignored = new TimeLimit(rest, () -> late(limit))) {
            connect(connecting);
            calls++;
            ClassicHttpRequest request = HttpRequests.of(call, origin, origin.secure() || !route.proxied());
            codec.sendRequestHeader(request);
            if (request.getEntity() != null) {
                codec.sendRequestEntity(request);
            }
            codec.flush();
            sent = true;
            return HttpAnswer.read(codec, call.method().equals("HEAD"), most, () -> answered = true);
        } catch (HttpException | MalformedChunkCodingException | MessageConstraintException e) {
            // Not chained: the text quotes what is not understood.
            throw new IOException("the answer is not HTTP: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Returns whether a call that failed here may be made once more on another connection: this one was kept, which the
     * server may have closed just now, nothing was answered, and nothing was done or doing it twice is doing it once.
     */
    boolean repeatable(HttpCall call) {
        return calls > 1
                && !answered
                && over == null
                && !Thread.currentThread().isInterrupted()
                && (!sent || REPEATABLE.contains(call.method()));
    }

    /** Returns whether the server has neither closed it nor said something that nobody asked for. */
    boolean usable() {
        SocketChannel open = channel;
        if (open == null || aborted) {
            return false;
        }
        try {
            if (!codec.quiet()) {
                return false;
            }
            open.configureBlocking(false);
            boolean nothing = open.read(ByteBuffer.allocate(1)) == 0;
            open.configureBlocking(true);
            return nothing;
        } catch (IOException e) {
            return false; // That is the answer.
        }
    }

    private void late(Duration limit) {
        over = limit;
        abort();
    }

    /** Returns the time that ran out, if one did. */
    @Nullable
    Duration over() {
        return over;
    }

    /** Ends whatever is going on. Does not throw. */
    void abort() {
        aborted = true;
        SocketChannel open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                return; // Nobody uses it any more, and its descriptor is given back all the same.
            }
        }
    }
}
