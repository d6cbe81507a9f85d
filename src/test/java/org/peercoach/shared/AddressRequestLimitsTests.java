package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class AddressRequestLimitsTests {

    private final AddressRequestLimits limits = limits(List.of("10.0.0.0/8", "::1"));

    @Test
    void countWhenOverTheLimitThen429ForThisAddressAndKindOnly() {
        for (int i = 0; i < 10; i++) {
            limits.count("login", 10, from("203.0.113.7", null));
        }
        assertThatThrownBy(() -> limits.count("login", 10, from("203.0.113.7", null)))
                .isInstanceOfSatisfying(
                        ProblemPage.Thrown.class,
                        thrown -> assertThat(thrown.page().status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS));
        limits.count("login", 10, from("203.0.113.8", null));
        limits.count("launch", 10, from("203.0.113.7", null));
    }

    @Test
    void countWhenAddressesShareOneNetworkOfIpv6ThenCountedTogether() {
        limits.count("login", 1, from("2001:db8:0:1::1", null));
        assertThatThrownBy(() -> limits.count("login", 1, from("2001:db8:0:1:ffff::2", null)))
                .isInstanceOf(ProblemPage.Thrown.class);
        limits.count("login", 1, from("2001:db8:0:2::1", null));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "203.0.113.7, -, 203.0.113.7",
                "203.0.113.7, 198.51.100.1, 203.0.113.7",
                "10.0.0.1, 198.51.100.1, 198.51.100.1",
                "10.0.0.1, '6.6.6.6, 198.51.100.1', 198.51.100.1",
                "10.0.0.1, '6.6.6.6, 198.51.100.1, 10.2.3.4', 198.51.100.1",
                "10.0.0.1, '10.9.9.9', 10.9.9.9",
                "10.0.0.1, 'lms.example', 10.0.0.1",
                "10.0.0.1, '', 10.0.0.1",
                "::1, '2001:db8::7', 2001:db8:0:0:0:0:0:7",
            })
    void clientAddressWhenForwardedThenBelievedFromTrustedProxiesOnly(
            String remote, @org.jspecify.annotations.Nullable String forwarded, String expected) {
        assertThat(limits.clientAddress(from(remote, forwarded))).isEqualTo(expected);
    }

    private static MockHttpServletRequest from(String remote, @org.jspecify.annotations.Nullable String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        return request;
    }

    private static AddressRequestLimits limits(List<String> trusted) {
        return new AddressRequestLimits(new Settings(
                "https://coaching.example.org",
                "",
                "",
                trusted,
                List.of(),
                "",
                new Settings.Lti(null, 60),
                Settings.Mail.NONE));
    }
}
