package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.UnavailableException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Keeps stores, whose addresses tenants choose, away from the services that only the machine itself should reach.
 *
 * <p>The name is resolved here and once more by the client; the platform's own cache makes both see the same answer.
 */
final class AddressRules {
    private static final byte[] IPV6_METADATA = {
        (byte) 0xfd, 0x00, 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54
    };

    private AddressRules() {}

    static void check(URI uri) {
        String host = uri.getHost();
        if (host == null) {
            throw new InvalidRequestException("the address has no host", "give the address as https://host/path");
        }
        for (InetAddress address : resolve(host)) {
            if (address.isLinkLocalAddress() || metadata(address)) {
                throw new InvalidRequestException(
                        "host " + host + " is link-local or a metadata service, which stores may not reach",
                        "use the address of the service itself");
            }
        }
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new UnavailableException(
                    "host " + host + " cannot be resolved", "check the address and the name service", null, e);
        }
    }

    private static boolean metadata(InetAddress address) {
        return address instanceof Inet6Address && Arrays.equals(address.getAddress(), IPV6_METADATA);
    }
}
