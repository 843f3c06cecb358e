/** The fields of a store of Pulumi ESC. */
@NullMarked
package dev.eso4j.api.store.pulumi;

import org.jspecify.annotations.NullMarked;
