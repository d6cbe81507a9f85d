package org.peercoach.course.launch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.LandingRule;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.review.ReviewProvider;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.shared.ProblemPage;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a grader to one person's work: by {@code LtiSubmissionReviewRequest} (LTI-O1), or by Canvas's SpeedGrader, which
 * opens the address that a score named: {@code /lti/launch?review=<member>&activity=<key>} (LTI spec 3.5). Neither gives a
 * right: anybody can have it sent for anybody (MOODLE-3.10), so the page decides by role.
 */
@Component
@Order(20)
class ReviewLandings implements LandingRule {

    private static final String MESSAGE = "LtiSubmissionReviewRequest";
    private static final Pattern NUMBER = Pattern.compile("[?&]review=([1-9][0-9]{0,17})(?:[&#]|$)");
    private static final Pattern ACTIVITY = Pattern.compile("[?&]activity=([a-z0-9-]{1,64})(?:[&#]|$)");

    private final List<ReviewProvider> providers;
    private final JdbcClient jdbc;

    ReviewLandings(List<ReviewProvider> providers, JdbcClient jdbc) {
        this.providers = providers;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> path(LtiLaunch launch, Member reader) {
        return MESSAGE.equals(launch.messageType())
                ? Optional.of(ofMessage(launch, reader))
                : ofAddress(launch.targetLinkUri(), reader);
    }

    private String ofMessage(LtiLaunch launch, Member reader) {
        String page = activityOf(launch, reader).flatMap(this::pageOf).orElseThrow(() -> nothing(launch));
        return reader.path(page + "/" + whose(reader, memberOf(launch, reader)));
    }

    /** The launch ends here, so nobody is signed in, and the only way is back. */
    private static ProblemPage.Thrown nothing(LtiLaunch launch) {
        ProblemPage page = ProblemPage.of(HttpStatus.NOT_FOUND, "REVIEW-NOTHING", "course.problem.review");
        String back = launch.returnUrl();
        return (back == null ? page : page.withWayOut(back)).thrown();
    }

    private Optional<String> ofAddress(String target, Member reader) {
        Matcher number = NUMBER.matcher(target);
        Matcher activity = ACTIVITY.matcher(target);
        if (!number.find() || !activity.find()) {
            return Optional.empty();
        }
        return pageOf(activity.group(1))
                .map(page -> reader.path(page + "/" + whose(reader, Long.valueOf(number.group(1)))));
    }

    /** Whoever may not look at others does not learn either who is known here. */
    private static String whose(Member reader, @Nullable Long member) {
        boolean tell = reader.role() == MemberRole.TRAINER
                || Objects.equals(member, reader.id().value());
        return tell && member != null ? member.toString() : ReviewProvider.UNKNOWN;
    }

    private Optional<String> pageOf(String activityKey) {
        return providers.stream()
                .flatMap(provider -> provider.reviewPath(activityKey).stream())
                .findFirst();
    }

    /** What the link of the launch stands for; the launch itself has just said or confirmed it. */
    private Optional<String> activityOf(LtiLaunch launch, Member reader) {
        return Optional.ofNullable(launch.resourceLink())
                .flatMap(link -> jdbc.sql("select activity_key from course_placement where course_id = ?"
                                + " and resource_link_id = ? and activity_key is not null")
                        .params(reader.course().value(), link.id())
                        .query(String.class)
                        .optional());
    }

    /** The person is looked for among the members of this course only. */
    private @Nullable Long memberOf(LtiLaunch launch, Member reader) {
        return jdbc.sql("select m.id from course_member m join course_person p on p.id = m.person_id"
                        + " where m.course_id = ? and p.registration_id = ? and p.sub = ?")
                .params(reader.course().value(), launch.target().registrationId())
                .param(launch.forUser())
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
