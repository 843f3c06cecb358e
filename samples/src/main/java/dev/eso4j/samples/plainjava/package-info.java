/** Syncing from plain Java, without a cluster. */
@NullMarked
package dev.eso4j.samples.plainjava;

import org.jspecify.annotations.NullMarked;
