/** Types that several resources share: selectors, references, certificate sources. */
@NullMarked
package dev.eso4j.api.meta;

import org.jspecify.annotations.NullMarked;
