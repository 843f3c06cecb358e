package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Which secrets an application needs, and what is made of them in its namespace. */
@Group("external-secrets.io")
@Version("v1")
@Kind("ExternalSecret")
@Plural("externalsecrets")
@ShortNames("es")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ExternalSecret extends CustomResource<ExternalSecretSpec, ExternalSecretStatus>
        implements Namespaced {}
