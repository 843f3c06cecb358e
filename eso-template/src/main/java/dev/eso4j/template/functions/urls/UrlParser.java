package dev.eso4j.template.functions.urls;

import dev.eso4j.template.functions.FunctionException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes URLs apart. */
final class UrlParser {
    private UrlParser() {}

    /**
     * The parts of a URL.
     *
     * @throws FunctionException if it is none
     */
    static Url parse(String text) {
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        String url = hash < 0 ? text : text.substring(0, hash);
        if (url.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw Escapes.invalid("invalid control character in URL");
        }
        int colon = schemeEnd(url);
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = url.substring(colon + 1);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        rest = question < 0 ? rest : rest.substring(0, question);
        String plainFragment = Escapes.unescape(fragment, Escapes.Part.FRAGMENT);
        if (!rest.startsWith("/")) {
            if (!scheme.isEmpty()) {
                return new Url(scheme, rest, null, "", "", query, plainFragment);
            }
            checkFirstSegment(rest);
        }
        String user = null;
        String host = "";
        if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
            int at = authority.lastIndexOf('@');
            host = host(scheme, authority.substring(at + 1));
            user = at < 0 ? null : userInfo(authority.substring(0, at));
        }
        return new Url(scheme, "", user, host, Escapes.unescape(rest, Escapes.Part.PATH), query, plainFragment);
    }

    /** Where the colon behind the scheme is, -1 if there is no scheme. */
    private static int schemeEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (c == ':') {
                if (i == 0) {
                    throw Escapes.invalid("missing protocol scheme");
                }
                return i;
            } else if (!letter && (i == 0 || (c < '0' || c > '9') && "+-.".indexOf(c) < 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static void checkFirstSegment(String path) {
        int slash = path.indexOf('/');
        if ((slash < 0 ? path : path.substring(0, slash)).indexOf(':') >= 0) {
            throw Escapes.invalid("first path segment in URL cannot contain colon");
        }
    }

    private static String host(String scheme, String host) {
        int bracket = host.lastIndexOf('[');
        if (bracket > 0) {
            throw Escapes.invalid("invalid IP-literal");
        } else if (bracket == 0) {
            return literal(host);
        }
        boolean strict = scheme.equals("http") || scheme.equals("https");
        int colon = strict ? host.indexOf(':') : host.lastIndexOf(':');
        if (colon >= 0) {
            checkPort(host.substring(colon));
        }
        return Escapes.unescape(host, Escapes.Part.HOST);
    }

    private static String literal(String host) {
        int end = host.lastIndexOf(']');
        if (end < 0) {
            throw Escapes.invalid("missing ']' in host");
        }
        checkPort(host.substring(end + 1));
        int zone = host.substring(0, end).indexOf("%25");
        int addressEnd = zone < 0 ? end : zone;
        String address = Escapes.unescape(host.substring(1, addressEnd), Escapes.Part.HOST);
        if (!Ipv6.valid(address)) {
            throw Escapes.invalid("invalid IP-literal");
        }
        return "[" + address
                + Escapes.unescape(host.substring(addressEnd, end), Escapes.Part.ZONE)
                + Escapes.unescape(host.substring(end), Escapes.Part.HOST);
    }

    private static void checkPort(String port) {
        if (!validPort(port)) {
            throw Escapes.invalid("invalid port after host");
        }
    }

    /** Whether this is nothing, or a colon with digits or nothing behind it. */
    static boolean validPort(String port) {
        return port.isEmpty() || port.charAt(0) == ':' && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** A name with or without a password, decoded and encoded again. */
    static String userInfo(String text) {
        boolean allowed = text.chars()
                .allMatch(c -> c >= '0' && c <= '9'
                        || c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0);
        if (!allowed) {
            throw Escapes.invalid("invalid userinfo");
        }
        int colon = text.indexOf(':');
        String name = encodedAgain(colon < 0 ? text : text.substring(0, colon));
        @Nullable String password = colon < 0 ? null : encodedAgain(text.substring(colon + 1));
        return password == null ? name : name + ":" + password;
    }

    private static String encodedAgain(String text) {
        return Escapes.escape(Escapes.unescape(text, Escapes.Part.USER), Escapes.Part.USER);
    }
}
