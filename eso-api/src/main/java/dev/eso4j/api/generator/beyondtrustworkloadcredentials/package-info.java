/** Generators for BeyondTrust Workload Credentials: dynamic secrets. */
@NullMarked
package dev.eso4j.api.generator.beyondtrustworkloadcredentials;

import org.jspecify.annotations.NullMarked;
