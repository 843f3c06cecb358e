/** Tests of the operator as what it is in production: a process of its own, with the rights that {@code deploy/} grants. */
@NullMarked
package dev.eso4j.standalone.process;

import org.jspecify.annotations.NullMarked;
