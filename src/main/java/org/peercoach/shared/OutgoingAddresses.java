package org.peercoach.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The name service of outgoing calls. It is asked by the connection itself, so the address that was checked is the
 * address that is used; a name that answers differently the second time gains nothing.
 */
final class OutgoingAddresses implements DnsResolver {

    /** All addresses of a name are private ones. */
    static final class Blocked extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    private final DnsResolver names;
    private final boolean loopbackAllowed;
    private final Set<String> allowedNames = new HashSet<>();
    private final List<AddressRange> allowedRanges = new ArrayList<>();

    /**
     * @param names who knows the addresses of a name
     * @param allowed host names and ranges on private networks that the operator opened
     * @param loopbackAllowed whether this machine itself may be called, as when trying things out
     */
    OutgoingAddresses(DnsResolver names, List<String> allowed, boolean loopbackAllowed) {
        this.names = names;
        this.loopbackAllowed = loopbackAllowed;
        for (String entry : allowed) {
            try {
                allowedRanges.add(AddressRange.parse(entry.strip()));
            } catch (IllegalArgumentException notAnAddress) {
                allowedNames.add(entry.strip().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] open = Arrays.stream(names.resolve(host))
                .filter(address -> isOpen(host, address))
                .toArray(InetAddress[]::new);
        if (open.length == 0) {
            throw new Blocked();
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host; // asked only for Kerberos, which we do not speak
    }

    private boolean isOpen(String host, InetAddress address) {
        return !PrivateAddresses.contain(address)
                || (loopbackAllowed && address.isLoopbackAddress())
                || allowedNames.contains(host.toLowerCase(Locale.ROOT))
                || allowedRanges.stream().anyMatch(range -> range.contains(address));
    }
}
