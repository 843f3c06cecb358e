package dev.eso4j.standalone.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report of one run for machines: one document with one item. Values are in it only if they were to be revealed. */
public final class TemplateReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instant started;
    private final Map<String, Object> item = new LinkedHashMap<>();
    private boolean valid;

    private TemplateReport(Instant started) {
        this.started = started;
    }

    /** Begins a report. */
    public static TemplateReport begin() {
        return new TemplateReport(Instant.now());
    }

    /** Says what was rendered. */
    public void rendered(TemplateInput input, Rendering rendering, HiddenValues hidden, boolean revealed) {
        valid = true;
        head(input, "Rendered");
        byte[] text = rendering.text();
        List<Object> entries = new ArrayList<>();
        if (text == null) {
            item.put("target", Map.of("kind", "Secret", "name", rendering.name()));
            new TreeMap<>(rendering.data()).forEach((key, value) -> {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("secretKey", revealed ? key : hidden.without(key));
                size(entry, value, hidden);
                entries.add(entry);
            });
            item.put("object", revealed ? rendering.shown() : rendering.hidden(hidden));
        } else {
            size(item, text, hidden);
            if (revealed) {
                String readable = ShownText.of(text);
                item.put(readable == null ? "base64" : "text", readable == null ? ShownText.base64(text) : readable);
            }
        }
        item.put("entries", entries);
    }

    /** Says why nothing was. */
    public void failed(TemplateInput input, RenderFailure failure, HiddenValues hidden) {
        head(input, "Failed");
        item.put("message", failure.message(hidden));
        item.put("failure", failure.report(hidden));
        item.put("entries", List.of());
    }

    private void head(TemplateInput input, String state) {
        item.put("kind", input.kind());
        item.put("namespace", input.namespace());
        item.put("name", input.name());
        item.put("state", state);
    }

    private static void size(Map<String, Object> entry, byte[] value, HiddenValues hidden) {
        entry.put("action", "none");
        entry.put("bytes", value.length);
        entry.put("hash", hidden.hash(value));
    }

    /** Returns it as {@code json} or {@code yaml}. */
    public String text(String format, List<String> warnings) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("kind", "Report");
        report.put("version", 1);
        report.put("command", "template");
        report.put("startedAt", started.truncatedTo(ChronoUnit.MILLIS).toString());
        report.put("finishedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("total", 1);
        summary.put("valid", valid ? 1 : 0);
        summary.put("invalid", valid ? 0 : 1);
        for (String none : List.of("written", "skipped", "failed")) {
            summary.put(none, 0);
        }
        report.put("summary", summary);
        report.put("items", List.of(item));
        report.put(
                "warnings",
                warnings.stream()
                        .map(warning -> Map.of("code", "Template", "message", warning))
                        .toList());
        if (format.equals("yaml")) {
            return ShownText.yaml(report);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and scalars is always JSON", e);
        }
    }
}
