package dev.eso4j.core.fetch;

import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;

/**
 * Values that a generator made, and what is needed to take them back when they are never delivered.
 *
 * @param generator the generator
 * @param context what it was given
 * @param generated what it made
 */
public record Issued(Generator generator, GeneratorContext context, Generated generated) {
    /** Takes the values back. */
    public void rollBack() {
        generator.cleanup(context, generated);
    }
}
