/** Generators for GitHub: tokens of app installations. */
@NullMarked
package dev.eso4j.api.generator.github;

import org.jspecify.annotations.NullMarked;
