package dev.eso4j.template.functions.urls;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL, in bytes. Path and fragment are decoded.
 *
 * @param user name and password as they are written, null if there is none
 */
record Url(
        String scheme, String opaque, @Nullable String user, String host, String path, String query, String fragment) {
    /** The host without its port and without the brackets of an address. */
    String hostname() {
        int colon = host.lastIndexOf(':');
        String name = colon >= 0 && UrlParser.validPort(host.substring(colon)) ? host.substring(0, colon) : host;
        return name.startsWith("[") && name.endsWith("]") && name.length() > 1
                ? name.substring(1, name.length() - 1)
                : name;
    }

    String text() {
        StringBuilder text = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
        if (!opaque.isEmpty()) {
            text.append(opaque);
        } else {
            boolean authority = !host.isEmpty() || user != null;
            if (authority || !scheme.isEmpty() && !path.isEmpty()) {
                text.append("//");
            }
            text.append(user == null ? "" : user + "@").append(Escapes.escape(host, Escapes.Part.HOST));
            String escaped = path.equals("*") ? path : Escapes.escape(path, Escapes.Part.PATH);
            if (!escaped.isEmpty() && !escaped.startsWith("/") && !host.isEmpty()) {
                text.append('/');
            }
            int colon = escaped.indexOf(':');
            int slash = escaped.indexOf('/');
            // A relative path must not look as if it began with a scheme.
            text.append(text.isEmpty() && colon >= 0 && (slash < 0 || colon < slash) ? "./" : "")
                    .append(escaped);
        }
        text.append(query.isEmpty() ? "" : "?" + query);
        return text.append(fragment.isEmpty() ? "" : "#" + Escapes.escape(fragment, Escapes.Part.FRAGMENT))
                .toString();
    }

    @Override
    public String toString() {
        return "a URL";
    }
}
