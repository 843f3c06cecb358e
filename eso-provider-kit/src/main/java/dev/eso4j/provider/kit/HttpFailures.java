package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns status codes and failed connections into {@link SecretsException}s.
 *
 * <p>Messages consist of the operation, the host and the status: bodies may hold values, and the texts of input/output
 * errors hold ports that change from one attempt to the next.
 */
public final class HttpFailures {
    private HttpFailures() {}

    /** Returns the exception for an answer that is not one of success. */
    public static SecretsException of(HttpCall call, HttpReply reply) {
        int status = reply.status();
        Duration wait = reply.retryAfter().orElse(null);
        String message = call.operation() + ": " + call.place() + " answered with status " + status;
        return switch (status) {
            case 401 -> new AccessDeniedException(message, "check that the credentials are valid and not expired");
            case 403 -> new AccessDeniedException(message, "check what the credentials are allowed to do");
            case 404, 410 -> new NotFoundException(message, "check the name of the remote object");
            case 409, 412 ->
                new UnavailableException(
                        message,
                        "somebody else changed the remote object at the same time; it is tried again",
                        wait,
                        null);
            case 408, 425 -> new UnavailableException(message, "it is tried again", wait, null);
            case 429 -> new ThrottledException(message, "the backend limits the rate; it is tried again", wait, null);
            default -> other(status, message, wait);
        };
    }

    private static SecretsException other(int status, String message, @Nullable Duration wait) {
        if (status >= 500) {
            return new UnavailableException(message, "check the state of the backend; it is tried again", wait, null);
        }
        if (status >= 300 && status < 400) {
            return new InvalidRequestException(
                    message, "redirects are not followed; give the address to which the backend redirects");
        }
        if (status >= 400) {
            return new InvalidRequestException(message, "check the store and the reference; the backend refuses them");
        }
        return new MalformedException(message, "check the address of the backend");
    }

    static SecretsException of(HttpCall call, IOException cause) {
        String begin = call.operation() + ": " + call.place();
        // Texts of input/output errors name the host.
        @Nullable IOException shown = call.placeShown() ? cause : null;
        if (cause instanceof ResponseTooLargeException) {
            return new MalformedException(
                    begin + " answered with more than " + ((ResponseTooLargeException) cause).limit() + " bytes",
                    "split the remote object");
        }
        if (cause instanceof TimeOverException late) {
            return new UnavailableException(
                    begin + " did not answer within " + late.limit().toSeconds() + " s",
                    "check the address and the network",
                    null,
                    shown);
        }
        if (cause instanceof TunnelRefusedException refused) {
            return new UnavailableException(
                    call.operation() + ": the proxy on the way to " + call.place() + " refuses with status "
                            + refused.status(),
                    "check what the proxy lets through, or name the host in http.nonProxyHosts",
                    null,
                    shown);
        }
        if (cause instanceof SSLException) {
            return new UnavailableException(
                    begin + " could not be reached over TLS, or its certificate is not trusted",
                    "check the address, the certificate authority and the client certificate",
                    null,
                    shown);
        }
        String problem = cause instanceof ConnectException ? " cannot be connected to" : " broke the connection";
        return new UnavailableException(begin + problem, "check the address and the network", null, shown);
    }
}
