package dev.eso4j.standalone.render;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is printed of a result that is asked for as it is. */
public final class ShownResult {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");

    private ShownResult() {}

    /** Returns it, with sizes in place of values unless they are to be revealed. */
    public static byte[] of(Rendering rendering, HiddenValues hidden, boolean revealed) {
        byte[] text = rendering.text();
        if (text != null) {
            return revealed ? text : bytes(HiddenValues.size(text) + "; --reveal shows it\n");
        }
        Map<String, Object> manifest = revealed ? rendering.shown() : rendering.hidden(hidden);
        StringBuilder previews = new StringBuilder();
        previews(rendering, hidden, revealed).forEach((what, lines) -> previews.append(preview(what, lines)));
        return bytes(
                previews + (revealed ? "" : "# Values are hidden; --reveal shows them.\n") + ShownText.yaml(manifest));
    }

    /** Comments, so that the whole stays a manifest. */
    private static String preview(String what, List<String> lines) {
        return lines.isEmpty()
                ? "# " + what + ": nothing\n"
                : "# " + what + ":\n"
                        + lines.stream().map(line -> "#   " + line + "\n").collect(Collectors.joining());
    }

    /** Returns the previews as they may be shown: each on a line of its own, whatever is in a key. */
    static Map<String, List<String>> previews(Rendering rendering, HiddenValues hidden, boolean revealed) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        rendering
                .previews()
                .forEach((what, lines) -> shown.put(
                        what,
                        lines.stream()
                                .map(line -> revealed ? line : hidden.without(line))
                                .map(line -> CONTROL.matcher(line).replaceAll("\ufffd"))
                                .toList()));
        return shown;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
