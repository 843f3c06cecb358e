/** Benchmarks of single parts, by JMH. */
@NullMarked
package dev.eso4j.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
