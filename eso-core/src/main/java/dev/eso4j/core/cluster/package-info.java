/** Where resources live: one port over a real cluster and over a directory or memory. */
@NullMarked
package dev.eso4j.core.cluster;

import org.jspecify.annotations.NullMarked;
