/** JSON paths in the dialect of the webhook provider, which is another than that of properties. */
@NullMarked
package dev.eso4j.provider.builtin.webhook.path;

import org.jspecify.annotations.NullMarked;
