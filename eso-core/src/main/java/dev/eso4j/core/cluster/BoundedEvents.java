package dev.eso4j.core.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * The events of a YAML text, refused where a document is nested too deep, too large, or contains itself: what composes
 * them into nodes goes down by recursion and believes every alias. Not thread-safe.
 */
final class BoundedEvents implements Parser {
    private final Parser parser;
    private final Deque<Optional<Anchor>> open = new ArrayDeque<>();
    private int nodes;

    BoundedEvents(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        if (event instanceof DocumentStartEvent) {
            nodes = 0;
            open.clear();
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        } else if (event instanceof NodeEvent && ++nodes > DocumentBounds.MOST_NODES) {
            throw new ParserException(DocumentBounds.TOO_LARGE, event.getStartMark());
        }
        if (event instanceof AliasEvent alias && open.contains(Optional.of(alias.getAlias()))) {
            throw new ParserException("an alias stands inside of what it means", event.getStartMark());
        }
        if (event instanceof CollectionStartEvent start) {
            open.push(start.getAnchor());
            if (open.size() > DocumentBounds.DEEPEST + 1) {
                throw new ParserException(DocumentBounds.TOO_LARGE, event.getStartMark());
            }
        }
        return event;
    }
}
