/** The member {@code volcengine} of {@code spec.provider}: secrets of the key management service of Volcengine. */
@NullMarked
package dev.eso4j.api.store.volcengine;

import org.jspecify.annotations.NullMarked;
