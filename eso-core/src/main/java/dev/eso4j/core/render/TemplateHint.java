package dev.eso4j.core.render;

import dev.eso4j.core.cluster.Nearest;
import dev.eso4j.template.TemplateException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the author of a failed template likely meant: a function, a key, another way to write it. Knows names only. */
final class TemplateHint {
    private static final int SHOWN_KEYS = 10;
    private static final Pattern MISSING = Pattern.compile("map has no entry for key \"(.*)\"");
    /** The functions of the first version of the language, and those that could have left the operator. */
    private static final Map<String, String> GONE = Map.of(
            "base64decode", "use b64dec",
            "base64encode", "use b64enc",
            "toBytes", "leave it out: values are bytes already",
            "pemPrivateKey", "use filterPEM \"PRIVATE KEY\"",
            "pemCertificate", "use filterPEM \"CERTIFICATE\"",
            "env", "templates see the fetched keys and nothing of the operator's surroundings",
            "expandenv", "templates see the fetched keys and nothing of the operator's surroundings",
            "getHostByName", "templates see the fetched keys and make no requests");

    private TemplateHint() {}

    /** Returns the hint, or the empty text. */
    static String of(TemplateException e, Supplier<? extends Collection<String>> functions, Collection<String> keys) {
        String function = e.function();
        if (e.phase() == TemplateException.Phase.PARSE) {
            if (function != null) {
                String gone = GONE.get(function);
                return gone != null ? gone : didYouMean(Nearest.of(function, functions.get()));
            }
            return unreadable(e.reason());
        }
        Matcher missing = MISSING.matcher(e.reason());
        return missing.matches() ? key(e, missing.group(1), keys) : "";
    }

    private static String unreadable(String reason) {
        if (reason.startsWith("bad character U+002D")) {
            return "a key with a '-' in it is read by index . \"the-key\"";
        } else if (reason.startsWith("unexpected EOF")) {
            return "an if, range, with, block or define has no end";
        }
        return "";
    }

    private static String key(TemplateException e, String name, Collection<String> keys) {
        String near = Nearest.of(name, keys);
        if (!near.isEmpty()) {
            return didYouMean(near);
        }
        // Of what a value contains no names are known.
        boolean ofRoot = String.valueOf(e.getMessage()).contains(" at <." + name + ">");
        if (!ofRoot || keys.isEmpty()) {
            return "";
        }
        List<String> shown = new TreeSet<>(keys).stream().limit(SHOWN_KEYS).toList();
        int more = keys.size() - shown.size();
        return "the keys are " + String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String didYouMean(String near) {
        return near.isEmpty() ? "" : "did you mean " + near + "?";
    }
}
