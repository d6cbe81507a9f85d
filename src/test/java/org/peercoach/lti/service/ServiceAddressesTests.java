package org.peercoach.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.Settings;

/** Ruling 25. */
class ServiceAddressesTests {

    private final ServiceAddresses addresses = new ServiceAddresses(new Settings(
            "https://tool.example",
            "",
            "",
            List.of(),
            List.of("moodle.district.internal"),
            "",
            new Settings.Lti(null, 60),
            Settings.Mail.NONE));
    private final Registration registration = new Registration(
            1,
            "https://canvas.instructure.com",
            "10000",
            "Canvas",
            "https://sso.canvaslms.com/auth",
            "https://sso.canvaslms.com/login/oauth2/token",
            "https://sso.canvaslms.com/jwks",
            "https://sso.canvaslms.com/login/oauth2/token",
            "canvas",
            "Lincoln",
            false);

    @ParameterizedTest
    @CsvSource({
        "https://sso.canvaslms.com/api/lti/courses/1/line_items, true",
        "https://canvas.instructure.com/x, true",
        "https://lincoln.instructure.com/x, true",
        "https://LINCOLN.instructure.com/x, true",
        "https://moodle.district.internal/x, true",
        "https://other.instructure.com/x, false",
        "https://lincoln.instructure.com.evil.example/x, false",
        "https://user@lincoln.instructure.com/x, false",
        "ftp://lincoln.instructure.com/x, false",
        "not a url, false"
    })
    void believedWhenAClaimNamesAServiceThenOnlyOnTheHostsOfThePlatform(String url, boolean believed) {
        assertThat(addresses.believed(registration, "https://lincoln.instructure.com/courses/1?token=s", url))
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @CsvSource({"https://lincoln.instructure.com/x, false", "https://canvas.instructure.com/x, true"})
    void believedWhenThereIsNoReturnUrlThenTheRestStillHolds(String url, boolean believed) {
        assertThat(addresses.believed(registration, null, url)).isEqualTo(believed);
    }
}
