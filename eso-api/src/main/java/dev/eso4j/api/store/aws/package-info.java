/** The member {@code aws} of {@code spec.provider}: secrets, parameters and certificates of Amazon Web Services. */
@NullMarked
package dev.eso4j.api.store.aws;

import org.jspecify.annotations.NullMarked;
