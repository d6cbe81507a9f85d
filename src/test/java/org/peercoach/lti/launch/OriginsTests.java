package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.TestRegistrations;
import org.peercoach.fixture.TestSettings;

/** LTI-T26, T35: addresses of the LMS. */
class OriginsTests {

    private final Origins origins = new Origins(TestSettings.usual());

    @ParameterizedTest
    @CsvSource({
        "https://lms.example/a/b?c=d,https://lms.example",
        "https://LMS.Example:443/,https://lms.example",
        "https://lms.example:8443/x,https://lms.example:8443",
        "https://[2001:db8::1]/x,https://[2001:db8::1]",
        "http://lms.example/x,",
        "http://localhost/x,",
        "https://a b/,",
        "https:///x,",
        "mailto:a@lms.example,",
        "https://lms.example;script-src *,"
    })
    void ofWhenAddressThenAsBrowsersWriteIt(String url, String origin) {
        assertThat(origins.of(url)).isEqualTo(origin);
    }

    @Test
    @DisplayName("LTI-T35: a platform that is one site frames by its own address, a cloud from anywhere")
    void framingTextWhenCloudThenAnywhere() {
        assertThat(origins.framingText(TestRegistrations.oneSite())).containsExactly("https://lms.example");
        assertThat(origins.framingText(TestRegistrations.cloud())).containsExactly("*");
        assertThat(origins.framingText(null)).containsExactly("*");
    }
}
