package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A place where secrets are kept, usable in every namespace that its conditions admit. */
@Group("external-secrets.io")
@Version("v1")
@Kind("ClusterSecretStore")
@Plural("clustersecretstores")
@ShortNames("css")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ClusterSecretStore extends CustomResource<SecretStoreSpec, SecretStoreStatus> {}
