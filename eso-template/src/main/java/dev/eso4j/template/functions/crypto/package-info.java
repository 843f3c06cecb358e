/** Hashes of passwords, keys, certificates and encryption, as sprig has them. */
@NullMarked
package dev.eso4j.template.functions.crypto;

import org.jspecify.annotations.NullMarked;
