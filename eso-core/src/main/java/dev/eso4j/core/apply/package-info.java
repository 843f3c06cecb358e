/** Doing it: the plan, then the status, then events and metrics. */
@NullMarked
package dev.eso4j.core.apply;

import org.jspecify.annotations.NullMarked;
