/** How the operator writes its log: lines of JSON in the field names of zap, or text. */
@NullMarked
package dev.eso4j.standalone.logging;

import org.jspecify.annotations.NullMarked;
