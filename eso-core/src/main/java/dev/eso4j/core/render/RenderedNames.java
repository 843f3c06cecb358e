package dev.eso4j.core.render;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses rendered names and labels that no API server takes. It would say so itself, but by quoting them, and what was
 * rendered may be a secret.
 */
final class RenderedNames {
    private static final Pattern DATA_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_PREFIX = 253;

    private RenderedNames() {}

    static void checkData(String field, Map<String, byte[]> data) {
        for (String key : data.keySet()) {
            if (!DATA_KEY.matcher(key).matches() || key.equals(".") || key.equals("..")) {
                throw new RenderException(field + ": a rendered key is not a key of a Secret; use letters, digits, '-',"
                        + " '_' and '.', at most 253");
            }
        }
    }

    static void checkLabels(String field, Map<String, String> labels) {
        labels.forEach((key, value) -> {
            checkName(field, key);
            if (!value.isEmpty() && !NAME.matcher(value).matches()) {
                throw new RenderException(field + ": a rendered value is not the value of a label; use at most 63"
                        + " letters, digits, '-', '_' and '.', with a letter or digit at both ends");
            }
        });
    }

    static void checkAnnotations(String field, Map<String, String> annotations) {
        annotations.keySet().forEach(key -> checkName(field, key));
    }

    private static void checkName(String field, String key) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        boolean prefixed = slash < 0
                || prefix.length() <= LONGEST_PREFIX && PREFIX.matcher(prefix).matches();
        if (!prefixed || !NAME.matcher(key.substring(slash + 1)).matches()) {
            throw new RenderException(field + ": a rendered key is not the name of a label or annotation; use at most"
                    + " 63 letters, digits, '-', '_' and '.', after a DNS name and a slash if you like");
        }
    }
}
