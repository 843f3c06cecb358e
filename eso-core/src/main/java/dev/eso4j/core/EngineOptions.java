package dev.eso4j.core;

import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.core.render.TargetTemplates;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.Providers;
import dev.eso4j.core.store.WaiterCall;
import dev.eso4j.template.TemplateEngine;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What SecretSync and EsoOperator have in common. */
record EngineOptions(
        Providers providers,
        List<Generator> generators,
        String controllerClass,
        Duration memo,
        int callsPerStore,
        Duration callLimit,
        @Nullable WaiterCall waiters,
        CallListener calls,
        InstantSource clock,
        Ticker ticker,
        RandomGenerator random,
        TargetTemplates templates) {
    private static final Logger log = LoggerFactory.getLogger(EngineOptions.class);

    /** Returns the given providers, or those on the class path if none were given. */
    static Providers providers(@Nullable List<SecretStoreProvider> given) {
        return given == null ? Providers.onClassPath() : Providers.of(given);
    }

    /** Returns the given generators, or those on the class path if none were given. */
    static List<Generator> generators(@Nullable List<Generator> given) {
        if (given != null) {
            return given;
        }
        List<Generator> found = new ArrayList<>();
        ServiceLoader.load(Generator.class, Generator.class.getClassLoader()).forEach(found::add);
        return found;
    }

    /** Returns the templates of targets; what is hardly meant in them is said to the log at debug level. */
    static TargetTemplates templates(String left, String right, InstantSource clock) {
        // Not a lambda: linking one with this type would load the engine, for whoever has no templates as well.
        return new TargetTemplates(left, new Supplier<TemplateEngine>() {
            @Override
            public TemplateEngine get() {
                return TemplateEngine.builder()
                        .delimiters(left, right)
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .warnings(warning -> log.debug("a template: {}", warning))
                        .build();
            }
        });
    }
}
