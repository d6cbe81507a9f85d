package org.peercoach.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not for the public Internet (IANA special-purpose registries): a call that a stranger can steer
 * must never reach them. Java turns IPv4-mapped IPv6 addresses into IPv4 ones by itself.
 */
final class PrivateAddresses {

    private static final List<AddressRange> RANGES = Stream.of(
                    "0.0.0.0/8", // this network, unspecified
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local, clouds' metadata services
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "::/96", // unspecified, loopback, IPv4-compatible
                    "100::/64", // discard
                    "2001::/32", // Teredo carries an IPv4 address
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4 carries an IPv4 address
                    "64:ff9b:1::/48", // local NAT64
                    "fc00::/7", // unique local
                    "fe80::/10", // link-local
                    "fec0::/10", // site-local
                    "ff00::/8") // multicast
            .map(AddressRange::parse)
            .toList();

    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

    private PrivateAddresses() {}

    /** Whether the address, or the IPv4 address that NAT64 makes of it, is not a public one. */
    static boolean contain(InetAddress address) {
        return RANGES.stream().anyMatch(range -> range.contains(address))
                || (NAT64.contains(address) && contain(behindNat64(address)));
    }

    private static InetAddress behindNat64(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
