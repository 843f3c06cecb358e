/** Generators for Google Cloud: tokens for container registries. */
@NullMarked
package dev.eso4j.api.generator.gcp;

import org.jspecify.annotations.NullMarked;
