/** The front of the API: values that must not leak, and reading and writing the model as JSON. */
@NullMarked
package dev.eso4j.api;

import org.jspecify.annotations.NullMarked;
