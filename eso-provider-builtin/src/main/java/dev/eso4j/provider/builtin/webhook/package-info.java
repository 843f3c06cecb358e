/** Secrets and generated values of any service with an HTTP interface, asked by requests that are written as templates. */
@NullMarked
package dev.eso4j.provider.builtin.webhook;

import org.jspecify.annotations.NullMarked;
