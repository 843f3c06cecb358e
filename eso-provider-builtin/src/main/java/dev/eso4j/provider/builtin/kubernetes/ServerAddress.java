package dev.eso4j.provider.builtin.kubernetes;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the address of an API server.
 *
 * <p>Without a scheme it is https, so that no token travels in clear text unless {@code http://} is written out.
 */
final class ServerAddress {
    private static final String DEFAULT = "kubernetes.default";

    private ServerAddress() {}

    /** Returns what is wrong with the address, as the end of a sentence, or {@code null}. */
    static @Nullable String problem(@Nullable String url) {
        if (url != null && url.isBlank()) {
            return "is empty; give the address of the API server.";
        }
        try {
            URI uri = parse(url);
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return known && uri.getHost() != null && uri.getQuery() == null && uri.getUserInfo() == null
                    ? null
                    : "is not an address of an API server; give it as https://host:port.";
        } catch (URISyntaxException e) {
            return "is not an address; give it as https://host:port.";
        }
    }

    /**
     * Returns the address without a slash at its end.
     *
     * @param url as the manifest has it; {@code null} is the default
     * @throws IllegalArgumentException if {@link #problem} finds one
     */
    static URI of(@Nullable String url) {
        if (problem(url) != null) {
            throw new IllegalArgumentException("not an address");
        }
        try {
            return parse(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }

    private static URI parse(@Nullable String url) throws URISyntaxException {
        String text = url == null ? DEFAULT : url.trim();
        String complete = text.contains("://") ? text : "https://" + text;
        return new URI(complete.endsWith("/") ? complete.substring(0, complete.length() - 1) : complete);
    }
}
