package dev.eso4j.core.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes by Jackson's databinding, of which nothing is loaded before the first object: the reader and the writer are
 * made when they are first used. Thread-safe.
 */
final class BoundCodec<T> implements ResourceType.Codec<T> {
    private final Class<T> type;
    private final boolean trim;
    private volatile @Nullable ObjectReader reader;
    private volatile @Nullable ObjectWriter writer;

    private BoundCodec(Class<T> type, boolean trim) {
        this.type = type;
        this.trim = trim;
    }

    /** Returns a codec of {@code type}; {@code trim} leaves managedFields out. */
    static <T> ResourceType.Codec<T> of(Class<T> type, boolean trim) {
        return new BoundCodec<>(type, trim);
    }

    @Override
    public T read(JsonParser parser) throws IOException {
        ObjectReader r = reader;
        if (r == null) {
            r = (trim ? Json.TRIMMING : Json.MAPPER).readerFor(type);
            reader = r;
        }
        return r.readValue(parser);
    }

    @Override
    public void write(T object, JsonGenerator generator) throws IOException {
        ObjectWriter w = writer;
        if (w == null) {
            w = Json.MAPPER.writerFor(type);
            writer = w;
        }
        w.writeValue(generator, object);
    }
}
