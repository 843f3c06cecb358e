/** URLs, taken apart and put together as Go does. */
@NullMarked
package dev.eso4j.template.functions.urls;

import org.jspecify.annotations.NullMarked;
