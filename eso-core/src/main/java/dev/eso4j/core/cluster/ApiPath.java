package dev.eso4j.core.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Builds the paths of the Kubernetes API. */
final class ApiPath {
    private static final String HEX = "0123456789ABCDEF";

    private ApiPath() {}

    /** Returns path and query of a call, below {@code root}. */
    static String of(String root, ApiCall call) {
        ResourceType<?> type = call.type;
        StringBuilder path = new StringBuilder(160).append(root);
        if (type.group().isEmpty()) {
            path.append("/api");
        } else {
            path.append("/apis");
            segment(path, type.group());
        }
        segment(path, type.version());
        if (type.namespaced() && !call.namespace.isEmpty()) {
            path.append("/namespaces");
            segment(path, call.namespace);
        }
        if (!type.plural().isEmpty()) { // Without: what kinds there are.
            segment(path, type.plural());
        }
        if (!call.name.isEmpty()) {
            segment(path, call.name);
        }
        if (!call.subresource().isEmpty()) {
            segment(path, call.subresource());
        }
        char separator = '?';
        for (Map.Entry<String, String> parameter : call.query().entrySet()) {
            path.append(separator).append(parameter.getKey()).append('=');
            encode(path, parameter.getValue());
            separator = '&';
        }
        return path.toString();
    }

    /** Whatever a name is, it stays one segment: none climbs to the parent or begins a query. */
    private static void segment(StringBuilder path, String segment) {
        path.append('/');
        if (segment.equals(".") || segment.equals("..")) {
            path.append(segment.replace(".", "%2E"));
        } else {
            encode(path, segment);
        }
    }

    private static void encode(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!unreserved(text.charAt(i))) {
                out.append(text, 0, i);
                encodeRest(out, text.substring(i));
                return;
            }
        }
        out.append(text);
    }

    private static void encodeRest(StringBuilder out, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (unreserved(c)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
    }

    private static boolean unreserved(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
