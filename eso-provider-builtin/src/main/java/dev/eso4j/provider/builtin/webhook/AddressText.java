package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.spi.InvalidRequestException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes addresses of text. */
final class AddressText {
    private static final String UNRESERVED = "-_.~";
    /** What may stand in an address besides letters and digits; other signs are escaped. */
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

    private AddressText() {}

    /** Escapes everything that may not stand in a query, a blank as {@code +}. */
    static String escaped(Object value) {
        byte[] bytes =
                value instanceof byte[] given ? given : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            char c = (char) (each & 0xff);
            if (letterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else if (c == ' ') {
                out.append('+');
            } else {
                percent(out, each);
            }
        }
        return out.toString();
    }

    /**
     * Returns the address that a rendered text is, without user and password.
     *
     * @throws InvalidRequestException if it is none; the message does not quote it
     */
    static URI uri(String operation, String field, String text) {
        try {
            String legal = legal(text.strip());
            String user = userInfo(legal);
            URI uri = new URI(user == null ? legal : legal.replaceFirst("//[^/?#]*@", "//"));
            if (uri.getHost() != null && ("https".equals(scheme(uri)) || "http".equals(scheme(uri)))) {
                return uri;
            }
        } catch (java.net.URISyntaxException e) {
            // Reported below: the message of this one quotes the address.
            throw notAnAddress(operation, field);
        }
        throw notAnAddress(operation, field);
    }

    private static InvalidRequestException notAnAddress(String operation, String field) {
        return new InvalidRequestException(
                operation + ": " + field + " renders to something that is not an address of http or https",
                "give it as https://host/path");
    }

    /** Returns what stands before the {@code @} of the host. */
    static @Nullable String userInfo(String text) {
        int begin = text.indexOf("//");
        int end = TemplateReading.hostEnd(text);
        int at =
                begin < 0 ? -1 : text.substring(0, Math.min(end, text.length())).lastIndexOf('@');
        return at < 0 ? null : text.substring(begin + 2, at);
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static String legal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (letterOrDigit(c) || ALLOWED.indexOf(c) >= 0 || c < ' ' || c == 0x7f) {
                out.append(c);
            } else {
                percent(out, each);
            }
        }
        return out.toString();
    }

    private static boolean letterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void percent(StringBuilder out, byte each) {
        out.append('%').append(String.format(Locale.ROOT, "%02X", each & 0xff));
    }
}
