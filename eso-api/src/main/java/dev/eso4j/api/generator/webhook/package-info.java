/** The generator that asks any HTTP service for values. */
@NullMarked
package dev.eso4j.api.generator.webhook;

import org.jspecify.annotations.NullMarked;
