/** ClusterExternalSecret: an ExternalSecret for each of many namespaces. */
@NullMarked
package dev.eso4j.api.clusterexternalsecret;

import org.jspecify.annotations.NullMarked;
