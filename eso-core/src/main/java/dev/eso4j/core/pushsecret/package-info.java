/** What a PushSecret writes, and where. */
@NullMarked
package dev.eso4j.core.pushsecret;

import org.jspecify.annotations.NullMarked;
