package dev.eso4j.template;

import dev.eso4j.template.exec.MissingKey;
import dev.eso4j.template.exec.Program;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.FunctionRegistry;
import dev.eso4j.template.functions.StandardFunctions;
import dev.eso4j.template.functions.Surroundings;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.limit.Limits;
import dev.eso4j.template.parse.Delimiters;
import dev.eso4j.template.parse.Parser;
import dev.eso4j.template.parse.SyntaxException;
import dev.eso4j.template.parse.Trees;
import dev.eso4j.template.value.Bytes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Renders templates of Go's {@code text/template} language to the bytes that Go would render.
 *
 * <p>Templates see their data, the clock and random numbers, and nothing else; what an execution may cost is bounded by its {@link
 * Limits}. Immutable and thread-safe; parsed templates are kept, so one engine should serve a whole program.
 */
public final class TemplateEngine {
    private static final TemplateEngine STANDARD = builder().build();

    private final FunctionRegistry functions;
    private final Delimiters delimiters;
    private final MissingKey missingKey;
    private final int parts;
    private final TemplateCache cache;
    private final Supplier<Surroundings> surroundings;

    private TemplateEngine(Builder builder) {
        List<FunctionGroup> groups = new ArrayList<>(StandardFunctions.groups());
        groups.addAll(builder.functions);
        functions = FunctionRegistry.of(groups);
        delimiters = builder.delimiters;
        missingKey = builder.missingKey;
        cache = new TemplateCache(builder.cacheBytes);
        Limits limits = builder.limits;
        parts = limits.parts();
        Clock clock = builder.clock;
        ZoneId zone = builder.zone;
        Supplier<SecureRandom> random = builder.random;
        Consumer<String> warnings = builder.warnings;
        surroundings = () -> new Surroundings(new Budget(limits), clock, zone, random, warnings);
    }

    /** The engine with all functions of External Secrets, {@code {{ }}}, an error for missing keys, and UTC. */
    public static TemplateEngine standard() {
        return STANDARD;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The names of all functions that its templates may call. */
    public Set<String> functionNames() {
        return functions.names();
    }

    /**
     * The bytes that a template gives for the values of a secret.
     *
     * @throws TemplateException if it cannot be parsed or executed
     */
    public byte[] render(String template, Map<String, byte[]> data) {
        return parse("template", template).execute(data);
    }

    /**
     * Parses a template, or finds it among those that were parsed before.
     *
     * @param name what messages call it, and the name by which its text can invoke itself
     * @throws TemplateException if it is not in the language or names a function that there is not
     */
    public Template parse(String name, String text) {
        return parseBytes(name, Bytes.encode(text));
    }

    /** Parses a template that may not be valid UTF-8. */
    public Template parse(String name, byte[] text) {
        return parseBytes(name, Bytes.of(text));
    }

    private Template parseBytes(String name, String text) {
        return cache.get(name, text, () -> parsed(name, text));
    }

    private Template parsed(String name, String text) {
        String ownName = Bytes.encode(name);
        try {
            Trees trees =
                    Parser.parse(ownName, text, delimiters, parts, function -> functions.function(function) != null);
            Program program = Program.compile(ownName, trees.byName(), functions, missingKey);
            return new Template(name, text, program, trees.parts(), surroundings);
        } catch (SyntaxException e) {
            throw Template.malformed(name, text, e);
        } catch (StackOverflowError e) {
            throw Template.malformed(
                    name, text, new SyntaxException(0, "nested too deeply for the stack of this thread"));
        }
    }

    /** The options of an engine; each has a default. */
    public static final class Builder {
        private final List<FunctionGroup> functions = new ArrayList<>();
        private Delimiters delimiters = Delimiters.STANDARD;
        private MissingKey missingKey = MissingKey.ERROR;
        private Limits limits = Limits.STANDARD;
        private Clock clock = Clock.systemUTC();
        private ZoneId zone = ZoneOffset.UTC;
        private Supplier<SecureRandom> random = SharedRandom::get;
        private Consumer<String> warnings = warning -> {};
        private long cacheBytes = 8L << 20;

        private Builder() {}

        /** Adds functions to those of External Secrets; one of an existing name replaces it. */
        public Builder functions(FunctionGroup group) {
            functions.add(group);
            return this;
        }

        /** What encloses actions; {@code {{} and {@code }}} by default, which an empty text stands for as well. */
        public Builder delimiters(String left, String right) {
            delimiters = Delimiters.of(left, right);
            return this;
        }

        /** What a key that the data do not have gives; an error by default. */
        public Builder missingKey(MissingKey policy) {
            missingKey = policy;
            return this;
        }

        /** What a template may cost; {@link Limits#STANDARD} by default. */
        public Builder limits(Limits bounds) {
            limits = bounds;
            return this;
        }

        /** Where {@code now} comes from; the system's clock by default. */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /** What Go calls the local zone; UTC by default, whatever the system's is. */
        public Builder zone(ZoneId local) {
            zone = local;
            return this;
        }

        /** Where random numbers come from, asked at the first use of one; the platform's secure source by default. */
        public Builder random(Supplier<SecureRandom> source) {
            random = source;
            return this;
        }

        /** Who is told of results that are hardly meant, such as the text of a decoding error; nobody by default. */
        public Builder warnings(Consumer<String> listener) {
            warnings = listener;
            return this;
        }

        /** About how much memory parsed templates may take; 8 MiB by default, 0 keeps none. */
        public Builder cacheBytes(long limit) {
            cacheBytes = limit;
            return this;
        }

        public TemplateEngine build() {
            return new TemplateEngine(this);
        }
    }

    /** Opened by the first template that needs it. */
    private static final class SharedRandom {
        private static final SecureRandom INSTANCE = new SecureRandom();

        static SecureRandom get() {
            return INSTANCE;
        }
    }
}
