/** The operator as a process on a real control plane, measured from outside, beside the floor that it is compared with. */
@NullMarked
package dev.eso4j.benchmarks.macro;

import org.jspecify.annotations.NullMarked;
