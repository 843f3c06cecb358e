/** What would change: desired and existing target to a plan; pure functions. */
@NullMarked
package dev.eso4j.core.plan;

import org.jspecify.annotations.NullMarked;
