package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.SetClock;
import org.peercoach.fixture.TestSettings;
import org.peercoach.shared.Seals;

/** LTI-L7: the state. */
class PendingLaunchTests {

    private final SetClock clock = new SetClock(TestChecks.NOW);
    private final PendingLaunches launches = new PendingLaunches(new Seals(TestSettings.usual(), clock), clock);

    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "-", "3:abc", "a\nb\tc", "{\"cmid\":2}", "教😀", "-:-1:"})
    void parseWhenFormattedThenTheSame(String odd) {
        for (PendingLaunch.Hints hints :
                new PendingLaunch.Hints[] {new PendingLaunch.Hints(odd, odd), new PendingLaunch.Hints(odd, null)}) {
            PendingLaunch launch = new PendingLaunch(
                    odd, "hash", 42, odd, odd, odd, true, Instant.ofEpochSecond(1_795_449_103), hints);
            assertThat(PendingLaunch.parse(launch.format())).isEqualTo(launch);
        }
        PendingLaunch bare = new PendingLaunch(odd, odd, 1, odd, null, null, false, Instant.EPOCH, null);
        assertThat(PendingLaunch.parse(bare.format())).isEqualTo(bare);
    }

    @Test
    void parseWhenPartIsMissingThenThrows() {
        assertThatThrownBy(() -> PendingLaunch.parse("----------")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("LTI-L7: the state opens on any node with the same secret, for as long as it is ours")
    void openWhenOursThenAllThatWasPromised() {
        PendingLaunches.Begun begun = launches.begin(login("hint", "message"), 42);
        PendingLaunches otherNode = new PendingLaunches(new Seals(TestSettings.usual(), clock), clock);
        assertThat(otherNode.open(begun.state())).contains(begun.pending());
        assertThat(begun.pending().hints()).isEqualTo(new PendingLaunch.Hints("hint", "message"));
        assertThat(begun.state()).doesNotContain(begun.secret(), begun.pending().nonce());
        assertThat(BrowserSecrets.matches(begun.secret(), begun.pending())).isTrue();
        assertThat(BrowserSecrets.matches("other", begun.pending())).isFalse();
    }

    @Test
    @DisplayName("LTI-L7: ten minutes, then late; a day later nobody knows it any more")
    void isLateWhenTenMinutesHavePassedThenSo() {
        PendingLaunches.Begun begun = launches.begin(login("hint", null), 42);
        clock.pass(PendingLaunches.LIFE);
        assertThat(launches.isLate(begun.pending())).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(launches.isLate(begun.pending())).isTrue();
        assertThat(launches.open(begun.state())).isPresent();
        clock.pass(Duration.ofDays(1));
        assertThat(launches.open(begun.state())).isEmpty();
    }

    @Test
    void beginWhenHintsAreLongThenNotCarried() {
        assertThat(launches.begin(login("x".repeat(1501), null), 42).pending().hints())
                .isNull();
    }

    @Test
    void openWhenSealedByAnotherInstallationThenEmpty() {
        String secret = "OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";
        PendingLaunches other = new PendingLaunches(new Seals(TestSettings.withSecret(secret), clock), clock);
        assertThat(other.open(launches.begin(login("hint", null), 42).state())).isEmpty();
    }

    private static LoginInitiation login(String hint, @Nullable String message) {
        return new LoginInitiation(
                "https://lms.example",
                "client-1",
                TestChecks.TARGET,
                new PendingLaunch.Hints(hint, message),
                "1",
                "_parent",
                false);
    }
}
