package dev.eso4j.provider.kit;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Builds {@link HttpCalls}.
 *
 * <p>Defaults: 10 s to connect, 30 s for a whole request, 16 MiB of answer, the system's certificate authorities, link-local
 * addresses refused, no redirects followed. Not thread-safe.
 */
public final class HttpCallsBuilder {
    Duration connectTimeout = Duration.ofSeconds(10);
    Duration requestTimeout = Duration.ofSeconds(30);
    int maxResponseBytes = 16 << 20;
    Tls tls = Tls.system();

    /** As many idle connections as a store has calls at once, and some. */
    int mostIdle = 64;

    /** How long a connection may be idle: less than most servers, and what stands before them, wait. */
    Duration kept = Duration.ofSeconds(30);

    boolean linkLocalAllowed;
    int redirects;
    InstantSource clock = InstantSource.system();
    HttpCallListener listener = (call, status, time) -> {};

    HttpCallsBuilder() {}

    /** Sets how long a connection may take to be made, TLS included. */
    public HttpCallsBuilder connectTimeout(Duration newTimeout) {
        connectTimeout = newTimeout;
        return this;
    }

    /** Sets how long a request may take until its answer is complete. */
    public HttpCallsBuilder requestTimeout(Duration newTimeout) {
        requestTimeout = newTimeout;
        return this;
    }

    /** Sets how many bytes an answer may have. */
    public HttpCallsBuilder maxResponseBytes(int bytes) {
        maxResponseBytes = bytes;
        return this;
    }

    /** Sets whom to trust and how to identify oneself. */
    public HttpCallsBuilder tls(Tls newTls) {
        tls = newTls;
        return this;
    }

    /** Allows link-local addresses and metadata services, for providers whose backend is one. */
    public HttpCallsBuilder allowLinkLocal() {
        linkLocalAllowed = true;
        return this;
    }

    /** Follows redirects, at most so many in a row, but never to another host, to which headers would be shown. */
    public HttpCallsBuilder followOnSameHost(int most) {
        redirects = most;
        return this;
    }

    /** Sets the time, against which dates in {@code Retry-After} are read. */
    public HttpCallsBuilder clock(InstantSource newClock) {
        clock = newClock;
        return this;
    }

    /** Sets who is told about every request. */
    public HttpCallsBuilder listener(HttpCallListener newListener) {
        listener = newListener;
        return this;
    }

    /**
     * Returns the new object; it must be closed.
     *
     * @throws dev.eso4j.api.spi.InvalidRequestException if the certificates cannot be used
     */
    public HttpCalls build() {
        return new HttpCalls(this);
    }
}
