package dev.eso4j.provider.kit;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Asks an HTTP proxy for a way through to a backend that TLS is spoken with. */
final class HttpTunnel {
    private HttpTunnel() {}

    static void open(Socket proxy, String authority) throws IOException {
        HttpCodec codec = new HttpCodec();
        codec.speak(proxy, null);
        ClassicHttpRequest request = new BasicClassicHttpRequest("CONNECT", null, null, authority);
        request.addHeader("Host", authority);
        try {
            codec.sendRequestHeader(request);
            codec.flush();
            int status = codec.receiveResponseHeader().getCode();
            if (status / 100 != 2) {
                // No status of the backend: a 404 of the proxy does not say that a remote object is gone.
                throw new TunnelRefusedException(status);
            }
        } catch (HttpException e) {
            throw new IOException(
                    "the proxy does not speak HTTP: " + e.getClass().getSimpleName());
        }
    }
}
