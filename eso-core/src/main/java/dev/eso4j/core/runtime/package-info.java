/** When to work: the queue with its lanes, workers, informers; no Kubernetes rule stands here. */
@NullMarked
package dev.eso4j.core.runtime;

import org.jspecify.annotations.NullMarked;
