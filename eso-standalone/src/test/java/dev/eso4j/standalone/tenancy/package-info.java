/** Tests of who may read what: no tenant reaches another one's secrets. */
@NullMarked
package dev.eso4j.standalone.tenancy;

import org.jspecify.annotations.NullMarked;
