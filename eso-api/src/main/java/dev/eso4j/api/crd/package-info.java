/**
 * What the model says about itself beyond Java's types: constraints, defaults and rules that become part of the CRDs and
 * are enforced by the API server.
 */
@NullMarked
package dev.eso4j.api.crd;

import org.jspecify.annotations.NullMarked;
