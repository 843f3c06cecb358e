package dev.eso4j.standalone.render;

import dev.eso4j.core.render.RenderException;
import dev.eso4j.core.render.TemplateFailure;
import dev.eso4j.template.TemplateException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failed rendering as it is told: what, where, why, what was meant, and the line with a caret. */
public final class RenderFailure {
    private static final String NO_VALUES =
            "no values were given: use --values KEY=VALUE, --values FILE or --from-secret NAME";

    private final String message;
    private final @Nullable TemplateFailure template;
    private final String place;

    private RenderFailure(String message, @Nullable TemplateFailure template, String place) {
        this.message = message;
        this.template = template;
        this.place = place;
    }

    /**
     * Returns it.
     *
     * @param withoutValues whether no values were given at all, which then is what to correct
     */
    public static RenderFailure of(TemplateInput input, RenderException e, boolean withoutValues) {
        TemplateFailure template = e.failure().orElse(null);
        boolean missing = template != null && template.cause().reason().startsWith("map has no entry for key");
        String text = input.kind().equals("Text") && template != null
                ? template.cause().getMessage() + (template.hint().isEmpty() ? "" : "; " + template.hint())
                : input.title() + ": " + e.getMessage();
        return new RenderFailure(
                text + (missing && withoutValues ? "; " + NO_VALUES : ""),
                template,
                template == null
                        ? ""
                        : input.place(template.field(), template.cause().line()));
    }

    /** Returns whether the text is not in the language, rather than that it failed with these values. */
    public TemplateException.@Nullable Phase phase() {
        return template == null ? null : template.cause().phase();
    }

    /** Prints it. */
    public void print(HiddenValues hidden, PrintStream err) {
        err.println("Error: " + hidden.without(message));
        if (template == null || template.cause().line() == 0) {
            return;
        }
        if (template.secret()) {
            err.println("  at " + place + ", which is not shown, because it comes out of a Secret");
            return;
        }
        err.println("  at " + place);
        FailingLine.print(
                template.text(), template.cause().line(), template.cause().column(), hidden, err);
    }

    /** Returns it for a report. */
    Map<String, Object> report(HiddenValues hidden) {
        Map<String, Object> report = new LinkedHashMap<>();
        if (template != null) {
            TemplateException cause = template.cause();
            report.put("place", place);
            report.put("field", template.field());
            report.put("line", cause.line());
            report.put("column", cause.column());
            if (cause.function() != null) {
                report.put("function", cause.function());
            }
            report.put("reason", hidden.without(cause.reason()));
            report.put("hint", hidden.without(template.hint()));
        }
        return report;
    }

    String message(HiddenValues hidden) {
        return hidden.without(message);
    }
}
