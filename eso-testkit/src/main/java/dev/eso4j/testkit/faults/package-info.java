/** A proxy in front of an API server that breaks what passes through it as a test says. */
@NullMarked
package dev.eso4j.testkit.faults;

import org.jspecify.annotations.NullMarked;
