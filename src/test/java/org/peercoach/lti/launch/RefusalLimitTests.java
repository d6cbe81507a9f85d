package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.TestRegistrations;
import org.peercoach.fixture.TestSettings;
import org.peercoach.lti.diagnosis.LaunchNote;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

/** Ruling 23: strangers are limited; people whose LMS is known never are, however many share an address. */
class RefusalLimitTests {

    private final HttpServletRequest request = new MockHttpServletRequest();
    private final List<LaunchNote> notes = new ArrayList<>();
    private final RefusalPages pages = new RefusalPages(
            new ReachedLimits(),
            new Origins(TestSettings.usual()),
            new StaticMessageSource(),
            new LaunchNotes(notes::add));

    @Test
    @DisplayName("Ruling 23: too many refusals of strangers end in a 429 with a page")
    void pageWhenStrangerReachedTheLimitThenTooMany() {
        ProblemPage page = pages.of(LaunchRefused.of(Refusal.LAUNCH_STATE, "LTI-T1"), request);
        assertThat(page.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(page.frameOrigins()).containsExactly("*");
        assertThat(notes)
                .as("what is over the limit does not push others out of the launch log")
                .isEmpty();
    }

    @Test
    void pageWhenRegistrationIsKnownThenNotCounted() {
        LaunchRefused refused =
                LaunchRefused.of(Refusal.LAUNCH_EXPIRED, "LTI-T1", 14).from(TestRegistrations.oneSite());
        assertThat(pages.of(refused, request).status()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(notes).extracting(LaunchNote::result).containsExactly("LAUNCH-EXPIRED");
    }

    private static final class ReachedLimits implements RequestLimits {
        @Override
        public void count(String kind, int perMinute, HttpServletRequest request) {
            throw ProblemPage.of(HttpStatus.TOO_MANY_REQUESTS, "TOO-MANY", "shared.problem.too-many")
                    .thrown();
        }

        @Override
        public String clientAddress(HttpServletRequest request) {
            return "192.0.2.1";
        }
    }
}
