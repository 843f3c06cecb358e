/** Base64, base32 and hexadecimal digits, as Go reads and writes them. */
@NullMarked
package dev.eso4j.template.functions.encoding;

import org.jspecify.annotations.NullMarked;
