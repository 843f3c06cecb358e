package dev.eso4j.template;

import dev.eso4j.template.TemplateException.Phase;
import dev.eso4j.template.exec.ExecutionException;
import dev.eso4j.template.exec.Place;
import dev.eso4j.template.exec.Program;
import dev.eso4j.template.functions.Surroundings;
import dev.eso4j.template.parse.SyntaxException;
import dev.eso4j.template.parse.UndefinedFunctionException;
import dev.eso4j.template.value.Bytes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A parsed template; immutable and thread-safe. */
public final class Template {
    private static final int SHOWN_NODE = 40;

    private final String name;
    private final String text;
    private final Program program;
    private final int parts;
    private final Supplier<Surroundings> surroundings;

    Template(String name, String text, Program program, int parts, Supplier<Surroundings> surroundings) {
        this.name = name;
        this.text = text;
        this.program = program;
        this.parts = parts;
        this.surroundings = surroundings;
    }

    /** The name it was parsed under. */
    public String name() {
        return name;
    }

    /** About how much memory it takes. */
    long weight() {
        return 256 + name.length() + text.length() + 64L * parts;
    }

    /**
     * The bytes that the template gives for the data.
     *
     * @param data the value of {@code .}: maps with text keys, lists, texts, {@code byte[]}, numbers, booleans, null. A map whose values
     *     are all texts or {@code byte[]} is Go's {@code map[string]string}, which is what secrets are
     * @throws TemplateException if it fails; there is no partial output
     * @throws IllegalArgumentException if the data contain an object of another type
     */
    public byte[] execute(@Nullable Object data) {
        try {
            if (program.costly()) {
                // Data of its own, since a template can change the maps that it is given.
                program.trial(Data.value(data), surroundings.get());
            }
            return program.run(Data.value(data), surroundings.get());
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private TemplateException failed(ExecutionException e) {
        Place place = e.place();
        String reason = String.valueOf(e.getMessage());
        int at = place == null ? -1 : place.at();
        int line = line(text, at);
        int column = column(text, at);
        StringBuilder message = new StringBuilder("template: ").append(name);
        if (place != null) {
            message.append(':').append(line).append(':').append(column);
        }
        message.append(": executing \"").append(e.template()).append('"');
        if (place != null) {
            String node = text.substring(place.start(), Math.min(place.end(), text.length()))
                    .strip();
            message.append(" at <")
                    .append(Bytes.decode(node.length() > SHOWN_NODE ? node.substring(0, SHOWN_NODE) + "..." : node))
                    .append('>');
        }
        message.append(": ").append(reason);
        return new TemplateException(Phase.EXECUTE, name, line, column, e.function(), reason, message.toString());
    }

    static TemplateException malformed(String name, String text, SyntaxException e) {
        int line = line(text, e.at());
        String reason = Bytes.decode(String.valueOf(e.getMessage()));
        String function = e instanceof UndefinedFunctionException undefined ? undefined.function() : null;
        String message = "template: " + name + ":" + line + ": " + reason;
        return new TemplateException(Phase.PARSE, name, line, column(text, e.at()), function, reason, message);
    }

    private static int line(String text, int at) {
        int line = at < 0 ? 0 : 1;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    private static int column(String text, int at) {
        return at < 0 ? 0 : at - 1 - text.lastIndexOf('\n', at - 1);
    }
}
