package dev.eso4j.api.store.beyondtrustworkloadcredentials;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;

/**
 * One site of BeyondTrust Workload Credentials.
 *
 * @param apiUrl The address of the API up to the identifier of the site, such as
 *     {@code https://api.beyondtrust.io/site}. Only https is accepted.
 * @param siteId The identifier of the site, a UUID such as {@code 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed}.
 */
@ModelRecord
public record BeyondtrustWorkloadCredentialsServer(
        @Rule(
                check = Forms.IS_HTTPS_URL,
                message = "apiUrl has to be an https URL with a host, such as https://api.beyondtrust.io/site")
        String apiUrl,

        @Rule(check = Forms.NOT_EMPTY, message = "siteId is empty; it is the UUID that the console shows for the site")
        String siteId) {}
