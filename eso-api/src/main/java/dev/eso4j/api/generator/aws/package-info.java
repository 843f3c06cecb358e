/** Generators for Amazon Web Services: registry passwords and session tokens. */
@NullMarked
package dev.eso4j.api.generator.aws;

import org.jspecify.annotations.NullMarked;
