package dev.eso4j.template.functions.yaml;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds the nodes of a text's first document. */
final class YamlComposer {
    /** Upstream bears 10,000, for which the library here takes seconds: its time grows with the square of the depth. */
    private static final int DEEPEST = 1_000;

    /** What the library and a node take for the smallest part of a document. */
    private static final int NODE = 200;

    private final Budget budget;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private final Deque<YamlNode.Collection> open = new ArrayDeque<>();
    private @Nullable YamlNode root;

    private YamlComposer(Budget budget) {
        this.budget = budget;
    }

    /** The root of the first document, null if there is none. */
    static @Nullable YamlNode compose(String text, Budget budget) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(false)
                // All at once: of a long value, what is read so far would be copied for each part of the text that is
                // added.
                .setBufferSize(Math.max(1, text.length()))
                .build();
        YamlComposer composer = new YamlComposer(budget);
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext() && composer.take(events.next())) {
                budget.steps(2);
            }
        } catch (MarkedYamlEngineException e) {
            // The library's own message quotes the text, which may be a secret.
            throw new FunctionException("yaml: the text is not valid YAML"
                    + e.getProblemMark().map(YamlComposer::place).orElse(""));
        } catch (YamlEngineException e) {
            throw new FunctionException("yaml: the text is not valid YAML");
        }
        return composer.root;
    }

    private static String place(Mark mark) {
        return " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    /** Takes the next event; false if it ends the first document. */
    private boolean take(Event event) {
        if (event instanceof DocumentStartEvent start) {
            Optional<SpecVersion> version = start.getSpecVersion();
            if (version.isPresent() && version.get().getMinor() != 1) {
                throw new FunctionException("yaml: found incompatible YAML document");
            }
        } else if (event instanceof ScalarEvent scalar) {
            add(scalar, scalar(scalar));
        } else if (event instanceof AliasEvent alias) {
            YamlNode target = anchors.get(alias.getAlias());
            if (target == null) {
                throw new FunctionException("yaml: an unknown anchor is referenced");
            }
            add(alias, new YamlNode.Alias(target));
        } else if (event instanceof CollectionStartEvent start) {
            if (open.size() >= DEEPEST) {
                throw new FunctionException("yaml: exceeded max depth of " + DEEPEST);
            }
            YamlNode.Collection collection = new YamlNode.Collection(start instanceof MappingStartEvent);
            add(start, collection);
            // The library looks at all that is open for each sign; the deepest that is allowed is within the limits,
            // once.
            budget.steps(open.size() * 3L / 4);
            open.push(collection);
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        }
        return !(event instanceof DocumentEndEvent);
    }

    private static YamlNode scalar(ScalarEvent event) {
        String tag = event.getTag().orElse(null);
        boolean lone = "!".equals(tag);
        // With a lone "!" a text is resolved as if it had no tag, and no text at all is an empty string.
        boolean plain = lone ? !event.getValue().isEmpty() : tag == null && event.isPlain();
        return new YamlNode.Scalar(event.getValue(), lone ? null : tag, plain);
    }

    private void add(NodeEvent event, YamlNode node) {
        budget.allocate(NODE);
        YamlNode.Collection parent = open.peek();
        if (parent == null) {
            root = node;
        } else {
            parent.children.add(node);
        }
        if (!(node instanceof YamlNode.Alias)) {
            event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
    }
}
