package org.peercoach.course.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peercoach.course.Allow;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class AllowGuardTests {

    private final AllowGuard guard = new AllowGuard(words());

    @Allow(MemberRole.TRAINER)
    static class OfTrainers {
        public void plain() {}

        @Allow({MemberRole.COACH, MemberRole.TRAINER})
        public void alsoCoaches() {}
    }

    static class Forgotten {
        public void plain() {}
    }

    @Test
    void preHandleWhenHandlerSaysNothingThenClosedToEverybody() throws Exception {
        HandlerMethod forgotten = new HandlerMethod(new Forgotten(), "plain");
        for (MemberRole role : MemberRole.values()) {
            assertThat(status(forgotten, role)).isEqualTo(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void preHandleWhenMethodSaysMoreThanItsControllerThenTheMethodCounts() throws Exception {
        HandlerMethod plain = new HandlerMethod(new OfTrainers(), "plain");
        HandlerMethod alsoCoaches = new HandlerMethod(new OfTrainers(), "alsoCoaches");
        assertThat(status(plain, MemberRole.COACH)).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(status(plain, MemberRole.TRAINER)).isEqualTo(HttpStatus.OK);
        assertThat(status(alsoCoaches, MemberRole.COACH)).isEqualTo(HttpStatus.OK);
        assertThat(status(alsoCoaches, MemberRole.OBSERVER)).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void preHandleWhenNobodyIsSignedInThenFails() throws Exception {
        HandlerMethod plain = new HandlerMethod(new OfTrainers(), "plain");
        assertThatThrownBy(() -> guard.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), plain))
                .isInstanceOf(RuntimeException.class);
    }

    private HttpStatus status(HandlerMethod handler, MemberRole role) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Member member = new Member(
                new MemberId(1), new CourseId(2), 3, 4, role, true, "Mary Ellis", "Cohort", ZoneOffset.UTC, Locale.US);
        Session session = Session.begin(Place.course(2), 4, 1, "x", Instant.EPOCH, List.of());
        new Visitor(session, "Mary Ellis", member, null, null).enter(request);
        try {
            assertThat(guard.preHandle(request, new MockHttpServletResponse(), handler))
                    .isTrue();
            return HttpStatus.OK;
        } catch (ProblemPage.Thrown thrown) {
            return thrown.page().status();
        }
    }

    private static StaticMessageSource words() {
        StaticMessageSource words = new StaticMessageSource();
        for (MemberRole role : MemberRole.values()) {
            words.addMessage("course.role." + role, Locale.ENGLISH, role.name());
        }
        return words;
    }
}
