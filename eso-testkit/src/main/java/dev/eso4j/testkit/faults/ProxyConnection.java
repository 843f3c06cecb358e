package dev.eso4j.testkit.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a client, with the one to the upstream that belongs to it. */
final class ProxyConnection implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(ProxyConnection.class);

    /** For how long after its last use a connection is not looked at before it is used again. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final FaultProxy proxy;
    private final Socket client;
    private final CountDownLatch broken = new CountDownLatch(1);
    private volatile @Nullable Socket upstream;
    private long usedAt;

    ProxyConnection(FaultProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    /** Breaks the connection at once, so that the client sees a reset and no orderly end. */
    void reset() {
        broken.countDown();
        try {
            client.setSoLinger(true, 0);
            client.close();
            closeUpstream();
        } catch (IOException e) {
            log.debug("a connection was closed already: {}", e.toString());
        }
    }

    private void closeUpstream() throws IOException {
        Socket open = upstream;
        upstream = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void run() {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = new BufferedOutputStream(client.getOutputStream(), 32 * 1024);
            boolean goesOn = true;
            while (goesOn) {
                Optional<HttpHead> head = HttpHead.read(in);
                goesOn = head.isPresent() && serve(head.get(), in, out);
            }
        } catch (IOException e) {
            log.debug("a connection broke off: {}", e.toString()); // By a fault, or because one of the two is gone.
        } finally {
            reset();
            proxy.ended(this);
        }
    }

    /** Serves one request; returns whether the connection may be used for another. */
    private boolean serve(HttpHead head, InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpAnswer.read(head, in, (bytes, length) -> {
            body.write(bytes, 0, length);
            return true;
        });
        stopIfCut();
        String[] line = head.line().split(" ");
        ApiRequest request = proxy.seen(line[0], line[1]);
        stopIfCut();
        Fault fault = proxy.faultFor(request).orElse(null);
        if (fault instanceof Fault.Answer answer && !answer.forwarded()) {
            HttpAnswer.own(out, answer.code(), answer.reason(), answer.retryAfter());
            return true;
        }
        if (fault instanceof Fault.Reset reset && !reset.forwarded()) {
            return false;
        }
        Socket server = forward(head, body.toByteArray());
        InputStream from = new BufferedInputStream(server.getInputStream());
        HttpHead answerHead =
                HttpHead.read(from).orElseThrow(() -> new IOException("the API server closed the connection"));
        stopIfCut();
        proxy.answeredTo(request);
        boolean whole = new AnswerRelay(this, answerHead, from, out).pass(fault);
        if (!whole || answerHead.closes()) {
            closeUpstream();
        }
        return whole && !answerHead.closes();
    }

    /** An idle connection may have been closed by the server; only then is another one opened. */
    private Socket forward(HttpHead head, byte[] body) throws IOException {
        Socket open = upstream;
        if (open != null && System.nanoTime() - usedAt > FRESH && stale(open)) {
            closeUpstream();
            open = null;
        }
        if (open == null) {
            open = proxy.connect();
            upstream = open;
        }
        List<String> headers = head.headers().stream()
                .filter(h -> !h.toLowerCase(java.util.Locale.ROOT).startsWith("transfer-encoding:"))
                .filter(h -> !h.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 1024);
        boolean bodiless = body.length == 0 && head.line().startsWith("GET ");
        List<String> sized = bodiless
                ? headers
                : java.util.stream.Stream.concat(
                                headers.stream(), java.util.stream.Stream.of("Content-Length: " + body.length))
                        .toList();
        new HttpHead(head.line(), sized).write(bytes);
        bytes.write(body);
        open.getOutputStream().write(bytes.toByteArray());
        open.getOutputStream().flush();
        usedAt = System.nanoTime();
        return open;
    }

    private static boolean stale(Socket open) throws IOException {
        int before = open.getSoTimeout();
        open.setSoTimeout(1);
        try {
            return open.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false; // Alive and silent, as it should be between two requests.
        } catch (IOException e) {
            return true;
        } finally {
            if (!open.isClosed()) {
                open.setSoTimeout(before);
            }
        }
    }

    /** While the proxy is cut off nothing moves; afterwards this connection is of no use any more. */
    void stopIfCut() throws IOException {
        if (proxy.isCutOff()) {
            try {
                while (proxy.isCutOff() && !broken.await(20, TimeUnit.MILLISECONDS)) {
                    continue;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("the connection was cut off");
        }
    }

    /** Sends nothing until the connection is broken by whomever. */
    void awaitBroken() throws IOException {
        try {
            broken.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the connection was cut");
    }

    /** Sends blanks until the client has had enough. */
    void trickle(OutputStream out) throws IOException {
        new HttpHead("HTTP/1.1 200 OK", List.of("Content-Type: application/json", "Transfer-Encoding: chunked"))
                .write(out);
        byte[] blank = " ".getBytes(StandardCharsets.US_ASCII);
        while (broken.getCount() > 0) {
            HttpAnswer.chunk(out, blank, 1);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IOException("the connection was cut");
    }
}
