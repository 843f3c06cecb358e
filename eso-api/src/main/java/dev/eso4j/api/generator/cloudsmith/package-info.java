/** Generators for Cloudsmith: tokens of services. */
@NullMarked
package dev.eso4j.api.generator.cloudsmith;

import org.jspecify.annotations.NullMarked;
