/** Tests of what is in {@code deploy/}: rights that are generated, manifests that a real API server accepts. */
@NullMarked
package dev.eso4j.standalone.deploy;

import org.jspecify.annotations.NullMarked;
