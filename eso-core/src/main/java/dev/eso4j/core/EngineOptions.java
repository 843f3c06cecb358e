package dev.eso4j.core;

import dev.eso4j.api.spi.Generator;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.Providers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** What SecretSync and EsoOperator have in common. */
record EngineOptions(
        Providers providers,
        List<Generator> generators,
        String controllerClass,
        Duration memo,
        int callsPerStore,
        CallListener calls,
        InstantSource clock,
        Ticker ticker,
        RandomGenerator random) {}
