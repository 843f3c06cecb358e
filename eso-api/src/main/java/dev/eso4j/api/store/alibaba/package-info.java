/** The member {@code alibaba} of {@code spec.provider}: secrets of Alibaba Cloud KMS. */
@NullMarked
package dev.eso4j.api.store.alibaba;

import org.jspecify.annotations.NullMarked;
