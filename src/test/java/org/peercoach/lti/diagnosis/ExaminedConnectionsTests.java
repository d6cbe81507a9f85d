package org.peercoach.lti.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminedConnectionsTests {

    @ParameterizedTest
    @CsvSource({
        "https://lms.example/auth, https://lms.example",
        "HTTPS://LMS.Example:443/auth?x=1, https://lms.example",
        "https://lms.example:8443/auth, https://lms.example:8443",
        "http://localhost:80/auth, http://localhost",
        "https://somebody@lms.example/auth,",
        "https://lms.example; script-src *,",
        "/auth,",
    })
    void originWhenAddressIsGivenThenAsABrowserWritesIt(String address, @Nullable String origin) {
        assertThat(ExaminedConnections.origin(address)).isEqualTo(origin);
    }
}
