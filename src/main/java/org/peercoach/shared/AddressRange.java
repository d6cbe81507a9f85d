package org.peercoach.shared;

import java.net.InetAddress;

/**
 * A range of addresses in CIDR form, such as {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a range of one.
 *
 * @param network first address of the range
 * @param prefix how many leading bits all addresses of the range share
 */
record AddressRange(InetAddress network, int prefix) {

    /**
     * Reads a range without ever asking the name service.
     *
     * @throws IllegalArgumentException if the text is no literal address, or its prefix does not fit
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int most = network.getAddress().length * 8;
        int prefix = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > most) {
            throw new IllegalArgumentException("no such prefix: " + text);
        }
        return new AddressRange(network, prefix);
    }

    /** Whether the address lies in this range; an IPv4 address never lies in an IPv6 range. */
    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = prefix - bit >= 8 ? 0xFF : 0xFF << (8 - (prefix - bit));
            if (((mine[bit / 8] ^ other[bit / 8]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }
}
