package dev.eso4j.api.store.chef;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Rule;

/**
 * Items of data bags of a Chef Infra Server, which are read only.
 *
 * @param auth How to authenticate.
 * @param username The user or client of Chef to sign in as.
 * @param serverUrl The address of the server with the organization, if it has any, such as
 *     {@code https://chef.example.com/organizations/acme/}. It ends with a slash.
 */
@ModelRecord
public record ChefProvider(
        ChefAuth auth,

        @Rule(check = Forms.NOT_EMPTY, message = "username is empty; it is the name of a user or client of Chef")
        String username,

        @Rule(
                check = "isURL(self) && self.endsWith('/')",
                message =
                        "serverUrl has to be a URL that ends with a slash, such as https://chef.example.com/organizations/acme/")
        String serverUrl) {}
