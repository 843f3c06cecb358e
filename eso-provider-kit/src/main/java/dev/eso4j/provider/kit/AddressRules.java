package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.UnavailableException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Keeps stores, whose addresses tenants choose, away from the services that only the machine itself should reach.
 *
 * <p>The addresses that are checked are those that are connected to, so no second answer of the name service comes between.
 */
final class AddressRules {
    /** Metadata services of clouds that are not link-local, as the bytes of their addresses. */
    private static final Set<String> METADATA = Set.of(
            "fd000ec2000000000000000000000254", // AWS
            "fd2000ce000000000000000000000254", // Google
            "646464c8", // Alibaba, 100.100.100.200
            "a83f8110", // Azure, 168.63.129.16
            "c00000c0"); // Oracle, 192.0.0.192

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private AddressRules() {}

    static void check(URI uri, String place) {
        check(uri, place, InetAddress::getAllByName);
    }

    /** Returns the addresses of a host, none of which is refused unless {@code linkLocalAllowed}. */
    static InetAddress[] addresses(HttpCall call, boolean linkLocalAllowed) {
        InetAddress[] addresses = resolve(call.uri().getHost(), call.place(), InetAddress::getAllByName);
        if (!linkLocalAllowed) {
            check(call.uri(), call.place(), host -> addresses);
        }
        return addresses;
    }

    /** Checks an address that messages call {@code place}. */
    static void check(URI uri, String place, Resolver resolver) {
        String host = uri.getHost();
        if (host == null) {
            throw new InvalidRequestException("the address has no host", "give the address as https://host/path");
        }
        for (InetAddress address : resolve(host, place, resolver)) {
            if (refused(address) || refused(embedded(address))) {
                throw new InvalidRequestException(
                        "host " + place + " is link-local or a metadata service, which stores may not reach",
                        "use the address of the service itself");
            }
        }
    }

    private static InetAddress[] resolve(String host, String place, Resolver resolver) {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new UnavailableException(
                    "host " + place + " cannot be resolved", "check the address and the name service", null, null);
        }
    }

    private static boolean refused(InetAddress address) {
        return address.isLinkLocalAddress() || METADATA.contains(HexFormat.of().formatHex(address.getAddress()));
    }

    /** Returns the IPv4 address that gateways take out of an IPv6 one (NAT64, 6to4, IPv4-compatible), or the address itself. */
    private static InetAddress embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        String hex = HexFormat.of().formatHex(bytes);
        int at = hex.startsWith("2002") ? 2 : hex.startsWith("0064ff9b") || hex.startsWith("0".repeat(24)) ? 12 : -1;
        if (at < 0) {
            return address;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
