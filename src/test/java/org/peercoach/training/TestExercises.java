package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.Markdown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Session 20, which only tests open by its address: one activity of each kind of practice. The menu and the picker do not show it. */
public class TestExercises {

    static final int NUMBER = 20;

    static final SessionContent SESSION = new ContentFiles("exercises/", new Markdown())
            .session(new SessionTitle(NUMBER, "Exercises for tests", "Exercises", "For tests.", "session-20"));

    @Bean
    @Primary
    TrainingCatalog withExercises(Markdown markdown) {
        return new TrainingCatalog(markdown) {
            @Override
            Optional<SessionContent> session(int number) {
                return number == NUMBER ? Optional.of(SESSION) : super.session(number);
            }
        };
    }

    /** Gives its points a column. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ActivityProvider exercisesWithPoints() {
        return role -> role == MemberRole.COACH
                ? List.of(new Activity(SESSION.key(), "Exercises", SESSION.path(), false, SessionContent.POINTS))
                : List.of();
    }

    static Practice practice(String id) {
        return (Practice) SESSION.activity(id).orElseThrow().work();
    }
}
