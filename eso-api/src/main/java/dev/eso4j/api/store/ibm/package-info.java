/** The member {@code ibm} of {@code spec.provider}: secrets of IBM Cloud Secrets Manager. */
@NullMarked
package dev.eso4j.api.store.ibm;

import org.jspecify.annotations.NullMarked;
