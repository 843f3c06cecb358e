/** PushSecret and ClusterPushSecret: which keys of Secrets are written to stores. */
@NullMarked
package dev.eso4j.api.pushsecret;

import org.jspecify.annotations.NullMarked;
