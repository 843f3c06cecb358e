/** Generators: resources that make new values, such as passwords, tokens and keys, and what is kept of them. */
@NullMarked
package dev.eso4j.api.generator;

import org.jspecify.annotations.NullMarked;
