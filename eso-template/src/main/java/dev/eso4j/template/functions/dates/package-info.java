/** Times, durations and zones as Go has them: layouts, abbreviations and arithmetic included. */
@NullMarked
package dev.eso4j.template.functions.dates;

import org.jspecify.annotations.NullMarked;
