package dev.eso4j.provider.builtin.webhook;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells from the text of a template what it cannot depend on. */
final class TemplateReading {
    /** A name of {@code remoteRef} that is written out; everything else that says remoteRef may reach any of them. */
    private static final Pattern WRITTEN_OUT = Pattern.compile("\\.remoteRef\\.([A-Za-z0-9_]+)");

    /** The whole data, or whatever a loop is at, handed on: {@code .} or {@code $} alone. */
    private static final Pattern WHOLE = Pattern.compile("(?<![\\w)\\].\"`$])\\.(?![\\w.])|\\$(?![\\w.])");

    private static final Set<String> NAMES =
            Set.of("key", "version", "property", "namespace", "remoteKey", "secretKey");

    private TemplateReading() {}

    /** Returns {@code false} only if the template certainly gives the same whatever {@code name} of {@code remoteRef} is. */
    static boolean mayUse(String template, String name) {
        if (!template.contains("{{")) {
            return false;
        }
        String rest = WRITTEN_OUT
                .matcher(template)
                .replaceAll(match ->
                        NAMES.contains(match.group(1)) && !match.group(1).equals(name) ? ".written" : "remoteRef");
        return rest.contains("remoteRef") || rest.contains(name) || handsOnAll(rest);
    }

    /** Only what stands in an action counts: addresses are full of dots. */
    private static boolean handsOnAll(String template) {
        for (int begin = template.indexOf("{{"); begin >= 0; begin = template.indexOf("{{", begin + 2)) {
            int end = template.indexOf("}}", begin);
            String action = template.substring(begin + 2, end < 0 ? template.length() : end);
            if (WHOLE.matcher(action).find()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether scheme or host of an address are not written out. */
    static boolean hostIsTemplate(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return url.contains("{{");
        }
        return url.substring(0, hostEnd(url)).contains("{{");
    }

    /** Returns where the host and port of an address end that are written out. */
    static int hostEnd(String url) {
        int end = url.indexOf("://") + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
