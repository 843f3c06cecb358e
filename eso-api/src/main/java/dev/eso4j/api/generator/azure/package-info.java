/** Generators for Azure: tokens for container registries. */
@NullMarked
package dev.eso4j.api.generator.azure;

import org.jspecify.annotations.NullMarked;
