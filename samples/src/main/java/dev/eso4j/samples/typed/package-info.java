/** Stores and ExternalSecrets that are built in code, field by field. */
@NullMarked
package dev.eso4j.samples.typed;

import org.jspecify.annotations.NullMarked;
