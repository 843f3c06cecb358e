/** The fields of a store of BeyondTrust Workload Credentials. */
@NullMarked
package dev.eso4j.api.store.beyondtrustworkloadcredentials;

import org.jspecify.annotations.NullMarked;
