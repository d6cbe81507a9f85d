package org.peercoach.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestMembers;
import org.peercoach.gradebook.DeliveryStatus;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.gradebook.Points;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ConcurrentModel;

/** Who has earned a certificate, with and without a portfolio; and that guessing numbers is slowed down. */
@ApplicationTest
class CompletionRuleTests {

    @Autowired
    TestMembers members;

    @Autowired
    Certificates certificates;

    @Autowired
    BadgeDocuments documents;

    @Autowired
    PortfolioRule today;

    @Test
    void portfolioWhenNoRoomHasOneThenNotAskedFor() {
        assertThat(today.asked()).isFalse();
        assertThat(rule(8, false, null).earned()).isTrue();
        assertThat(rule(7, false, null).earned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8, 70, true", "8, 100, true", "8, 69, false", "8, , false", "7, 100, false"})
    void portfolioWhenARoomHasOneThenSeventyPointsAreNeeded(int sessions, Integer points, boolean earned) {
        assertThat(rule(sessions, true, points).earned()).isEqualTo(earned);
    }

    @Test
    void checkWhenAskedTooOftenThenRefusedBeforeAnythingIsLookedUp() {
        RequestLimits full = new RequestLimits() {
            @Override
            public void count(String kind, int perMinute, HttpServletRequest request) {
                assertThat(kind).isEqualTo("certificate");
                assertThat(perMinute).isBetween(1, 60);
                throw ProblemPage.of(HttpStatus.TOO_MANY_REQUESTS, "TOO-MANY", "shared.problem.too-many")
                        .thrown();
            }

            @Override
            public String clientAddress(HttpServletRequest request) {
                return "203.0.113.7";
            }
        };
        CheckController check = new CheckController(certificates, documents, full);
        assertThatThrownBy(() -> check.check(
                        "x", new MockHttpServletRequest(), new MockHttpServletResponse(), new ConcurrentModel()))
                .isInstanceOfSatisfying(
                        ProblemPage.Thrown.class,
                        thrown -> assertThat(thrown.page().status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS));
    }

    private CompletionRule.Standing rule(int sessions, boolean portfolio, @Nullable Integer points) {
        Member mary = members.coach().member();
        ActivityProvider room = role -> role == MemberRole.COACH && portfolio
                ? List.of(new Activity("portfolio", "Portfolio", "/portfolio", true, 100))
                : List.of(new Activity("session-1", "Session 1", "/training/sessions/1", true, 25));
        return new CompletionRule(
                        member -> new CompletedSessions.Tally(sessions, 8, 1, Instant.EPOCH, Instant.EPOCH),
                        new PortfolioRule(List.of(room), new Recorded(points)))
                .of(mary);
    }

    /** A gradebook with these points of a portfolio, or none. */
    private record Recorded(@Nullable Integer points) implements Gradebook {

        @Override
        public void record(Member member, String activityKey, Points recorded) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<DeliveryStatus> status(CourseId course, MemberId member, String activityKey) {
            assertThat(activityKey).isEqualTo("portfolio");
            return Optional.ofNullable(points)
                    .map(some -> new DeliveryStatus(DeliveryStatus.State.SENT, some, Instant.EPOCH, null, null, null));
        }

        @Override
        public Map<MemberId, DeliveryStatus> statuses(CourseId course, String activityKey) {
            throw new UnsupportedOperationException();
        }
    }
}
