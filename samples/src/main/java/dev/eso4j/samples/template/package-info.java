/** Rendering templates alone: no ExternalSecret, no cluster, no backend. */
@NullMarked
package dev.eso4j.samples.template;

import org.jspecify.annotations.NullMarked;
