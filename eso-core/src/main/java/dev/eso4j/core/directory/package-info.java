/** A directory of manifests as the cluster, and its Secrets as files. */
@NullMarked
package dev.eso4j.core.directory;

import org.jspecify.annotations.NullMarked;
