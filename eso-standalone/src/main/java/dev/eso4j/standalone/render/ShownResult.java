package dev.eso4j.standalone.render;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is printed of a result that is asked for as it is. */
public final class ShownResult {
    private ShownResult() {}

    /** Returns it, with sizes in place of values unless they are to be revealed. */
    public static byte[] of(Rendering rendering, HiddenValues hidden, boolean revealed) {
        byte[] text = rendering.text();
        if (text != null) {
            return revealed ? text : bytes(HiddenValues.size(text) + "; --reveal shows it\n");
        }
        Map<String, Object> manifest = revealed ? rendering.shown() : rendering.hidden(hidden);
        return bytes((revealed ? "" : "# Values are hidden; --reveal shows them.\n") + ShownText.yaml(manifest));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
