/** Hostile input, seeded and reproducible, and the contract that whatever reads it must keep. */
@NullMarked
package dev.eso4j.fuzz;

import org.jspecify.annotations.NullMarked;
