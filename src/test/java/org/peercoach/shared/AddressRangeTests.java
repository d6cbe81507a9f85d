package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "100.64.0.0/10, 100.127.255.255, true",
        "100.64.0.0/10, 100.128.0.0, false",
        "192.168.7.9, 192.168.7.9, true",
        "192.168.7.9, 192.168.7.8, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "fc00::/7, fd12::1, true",
        "fc00::/7, fe00::1, false",
        "::/0, 8.8.8.8, false",
    })
    void containsWhenAskedThenComparesLeadingBits(String range, String address, boolean inside) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "lms.example", "10.0.0.0/x", ""})
    void parseWhenNoRangeThenRefuses(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.31.0.1",
                "192.168.0.1", "198.19.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
                "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "fc00::1", "fd00::1", "fe80::1",
                "ff02::1"
            })
    void privateAddressesWhenNotPublicThenContainIt(String address) {
        assertThat(PrivateAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.63.255.255", "2606:4700::1111", "64:ff9b::808:808"})
    void privateAddressesWhenPublicThenDoNotContainIt(String address) {
        assertThat(PrivateAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void parseWhenBareAddressThenRangeOfOne() {
        assertThat(AddressRange.parse("10.0.0.1").prefix()).isEqualTo(32);
    }
}
