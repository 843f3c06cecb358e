package dev.eso4j.api.store.onepassword;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.crd.Required;
import dev.eso4j.api.crd.Rule;
import java.util.Map;

/**
 * Items of vaults in 1Password, by a Connect server.
 *
 * @param auth How to authenticate.
 * @param connectHost The address of the Connect server, such as {@code https://connect.example.com:8080}.
 * @param vaults The vaults to search, each by title or id with its place in the order: the vault with the lowest
 *     number is searched first. No number may stand twice; at most 256 vaults.
 */
@ModelRecord
public record OnePasswordProvider(
        OnePasswordAuth auth,

        @Rule(
                check = Forms.IS_HTTP_URL,
                message =
                        "connectHost has to be a URL of http or https with a host, such as https://connect.example.com:8080")
        String connectHost,

        @Required
        @MemberCount(max = 256)
        @Rule(check = "size(self) > 0", message = "name at least one vault")
        @Rule(
                check = "self.all(a, self.all(b, a == b || self[a] != self[b]))",
                message = "two vaults have the same number; number them in the order in which to search them")
        Map<String, Integer> vaults) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public OnePasswordProvider {
        vaults = vaults == null ? Map.of() : Map.copyOf(vaults);
    }
}
