package dev.eso4j.standalone.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eso4j.standalone.UsageException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that stand for what a store would give; what is added later wins. Its {@code toString} shows keys only. */
public final class GivenValues {
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");

    private final Map<String, byte[]> values = new LinkedHashMap<>();

    /**
     * Adds what {@code --values} says: {@code KEY=VALUE}, {@code KEY=@FILE} (a text that begins with @ is written {@code
     * KEY=@@TEXT}), or a file of values.
     *
     * @throws UsageException if a file cannot be read
     */
    public void add(String given) {
        int equals = given.indexOf('=');
        if (equals < 0 || !KEY.matcher(given.substring(0, equals)).matches()) {
            values.putAll(ValuesFile.read(InputFile.read(given)));
            return;
        }
        String key = given.substring(0, equals);
        String value = given.substring(equals + 1);
        if (value.startsWith("@@")) {
            values.put(key, value.substring(1).getBytes(UTF_8));
        } else if (value.startsWith("@")) {
            values.put(key, InputFile.read(value.substring(1)).bytes());
        } else {
            values.put(key, value.getBytes(UTF_8));
        }
    }

    /**
     * Adds an environment variable: {@code NAME}, or {@code KEY=NAME}.
     *
     * @throws UsageException if it is not set
     */
    public void environment(String given, Function<String, @Nullable String> environment) {
        int equals = given.indexOf('=');
        String name = given.substring(equals + 1);
        String value = environment.apply(name);
        if (value == null) {
            throw new UsageException("--values-from-env: there is no environment variable " + name);
        }
        values.put(equals < 0 ? name : given.substring(0, equals), value.getBytes(UTF_8));
    }

    /** Adds the data of the Secret in a file. */
    public void secret(InputFile file) {
        values.putAll(ValuesFile.secret(file));
    }

    /** Adds a mapping of keys to base64. */
    public void base64(InputFile file) {
        values.putAll(ValuesFile.base64(file));
    }

    /** Adds values. */
    public void add(Map<String, byte[]> more) {
        values.putAll(more);
    }

    /** Returns the values. */
    public Map<String, byte[]> all() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return "GivenValues" + values.keySet();
    }
}
