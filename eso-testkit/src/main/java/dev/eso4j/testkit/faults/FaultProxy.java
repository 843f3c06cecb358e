package dev.eso4j.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Stands in front of an API server, passes on what comes by plain HTTP/1.1, watches too, and breaks it as it is told to.
 *
 * <p>Listens on a free port of the loopback address, with one thread per connection. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
    private final URI upstream;
    private final SocketFactory sockets;
    private final ServerSocket server;
    private final List<InjectedFault> faults = new CopyOnWriteArrayList<>();
    private final Set<ProxyConnection> connections = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile Consumer<ApiRequest> before = request -> {};
    private volatile Consumer<ApiRequest> answered = request -> {};
    private volatile boolean cut;
    private volatile boolean closed;

    private FaultProxy(URI upstream, SocketFactory sockets) throws IOException {
        this.upstream = upstream;
        this.sockets = sockets;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        thread("fault-proxy", this::accept);
    }

    /** Starts a proxy in front of {@code upstream}; {@code sockets} makes the connections to it, TLS or plain. */
    public static FaultProxy inFrontOf(String upstream, SocketFactory sockets) {
        try {
            return new FaultProxy(URI.create(upstream), sockets);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on a free port", e);
        }
    }

    /** Returns the address to connect to. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Lets the next {@code times} requests meet a fault. */
    public InjectedFault inject(Predicate<ApiRequest> which, int times, Fault fault) {
        return inject(which, 0, times, fault);
    }

    /** Lets {@code times} requests meet a fault after {@code skip} others have passed. */
    public InjectedFault inject(Predicate<ApiRequest> which, int skip, int times, Fault fault) {
        InjectedFault injected = new InjectedFault(which, skip, times, fault);
        faults.add(injected);
        return injected;
    }

    /** Ends all faults and {@link #cutOff}. */
    public void heal() {
        faults.forEach(InjectedFault::end);
        faults.clear();
        restore();
    }

    /** Lets nothing through any more in either direction, without a word: what is open stays open and is silent. */
    public void cutOff() {
        cut = true;
    }

    /** Ends {@link #cutOff}: whatever was open or asked for meanwhile is broken off and not made up for. */
    public void restore() {
        if (cut) {
            Set<ProxyConnection> silent = Set.copyOf(connections);
            silent.forEach(ProxyConnection::reset);
            cut = false;
        }
    }

    /** Breaks all connections that are open at the moment. */
    public void resetAll() {
        connections.forEach(ProxyConnection::reset);
    }

    /** Runs {@code action} for each request before it is passed on, on the connection's thread. */
    public void before(Consumer<ApiRequest> action) {
        before = action;
    }

    /** Runs {@code action} for each request when its answer has come, before that is passed on. */
    public void answered(Consumer<ApiRequest> action) {
        answered = action;
    }

    /** Returns how many requests there were, by verb and resource, for example {@code patch externalsecrets/status}. */
    public Map<String, Long> requests() {
        Map<String, Long> result = new TreeMap<>();
        counts.forEach((key, count) -> result.put(key, count.sum()));
        return result;
    }

    /** Returns how many requests there were that were to change something but leases and events. */
    public long writes() {
        return requests().entrySet().stream()
                .filter(e -> !e.getKey().matches("(get|list|watch) .*|.* (leases|events)"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Breaks all connections and stops listening. */
    @Override
    public void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + url(), e);
        } finally {
            connections.forEach(ProxyConnection::reset);
        }
    }

    /** Returns whether nothing gets through. */
    public boolean isCutOff() {
        return cut;
    }

    ApiRequest seen(String method, String target) {
        ApiRequest request = ApiRequest.of(number.incrementAndGet(), method, target);
        counts.computeIfAbsent(request.verb() + " " + request.resource(), key -> new LongAdder())
                .increment();
        before.accept(request);
        return request;
    }

    void answeredTo(ApiRequest request) {
        answered.accept(request);
    }

    Optional<Fault> faultFor(ApiRequest request) {
        return faults.stream().flatMap(f -> f.meets(request).stream()).findFirst();
    }

    Socket connect() throws IOException {
        int port = upstream.getPort() < 0 ? (upstream.getScheme().equals("https") ? 443 : 80) : upstream.getPort();
        Socket socket = sockets.createSocket(upstream.getHost(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    void ended(ProxyConnection connection) {
        connections.remove(connection);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                ProxyConnection connection = new ProxyConnection(this, client);
                connections.add(connection);
                thread("fault-proxy-connection", connection);
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException("Cannot accept connections at " + url(), e);
                }
            }
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
