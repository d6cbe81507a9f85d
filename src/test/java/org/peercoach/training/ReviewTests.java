package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.training.cohort.CohortPlan;
import org.springframework.beans.factory.annotation.Autowired;

/** LTI-O1: one person's work for those who grade it, one's own for everybody, by role alone. */
@ApplicationTest
class ReviewTests extends TomAndMary {

    private static final String SECRET = "Nobody else may read this sentence.";
    private static final String SHARED = "This one my trainer may read.";

    @Autowired
    CohortSettings cohort;

    @Test
    @DisplayName("LTI-O1: a trainer who is sent for somebody's work lands on it")
    void launchWhenTrainerThenOnThatPersonsWork() {
        String path = review("Tom Trainer", INSTRUCTOR, "Mary Ellis");
        assertThat(path).isEqualTo(of(mary.who()));
        assertThat(tom.get(path).body()).contains("Work of Mary Ellis", "0 of 25 points", "Nothing has been begun");
    }

    @Test
    @DisplayName("LTI-O1: points, states, self-checks and what was shared; never a private text")
    void pageWhenTrainerLooksThenFactsAndSharedTextsOnly() {
        mary.reflect("S1.3", Coach.SIXTY_WORDS + " " + SECRET, "me");
        mary.reflect("S1.10", Coach.SIXTY_WORDS + " " + SHARED, "trainer");
        mary.open("S1.2").autosave(Map.of("note", SECRET));
        mary.answer("a", "a", "a", "a", "b");
        String page = tom.get(of(mary.who())).body();
        assertThat(page)
                .contains("Work of Mary Ellis", SHARED, "of 5 right at the last try", "3 of 11 done")
                .doesNotContain(SECRET, "class=\"pc-menu\"");
        assertThat(mary.who().get(of(mary.who())).body())
                .contains("Your work, as your trainers see it", SHARED)
                .doesNotContain(SECRET);
        mary.open("S1.10").autosave(Map.of("text", Coach.SIXTY_WORDS + " " + SHARED, "share", "me"));
        assertThat(tom.get(of(mary.who())).body()).doesNotContain(SHARED);
    }

    @Test
    void pageWhenTheCohortLeavesSomethingOutThenNotListedUnlessItWasDone() {
        mary.read("S1.2");
        cohort.keep(tom.member(), new CohortPlan(false, Map.of(), Set.of("S1.2", "S1.4")));
        assertThat(tom.get(of(mary.who())).body())
                .contains("1 of 10 done", TestContent.activity("S1.2").title())
                .doesNotContain(TestContent.activity("S1.4").title());
    }

    @Test
    @DisplayName("MOODLE-3.10: a learner who is sent for another person's work gets a 403 and the own work instead")
    void launchWhenLearnerForAnotherThenRefusedWithAReason() {
        course.coach("Ken Park");
        for (String whom : new String[] {"Ken Park", "Nobody Here"}) {
            String path = review("Mary Ellis", LEARNER, whom);
            assertThat(path).isEqualTo(mary.who().at("/training/review/1/unknown"));
            HttpResponse<String> refused = mary.who().get(path);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("NOT-YOURS", of(mary.who())).doesNotContain("Ken Park");
        }
        assertThat(review("Mary Ellis", LEARNER, "Mary Ellis")).isEqualTo(of(mary.who()));
    }

    @Test
    void pageWhenAnotherCoachsThenRefusedWhetherThePersonExistsOrNot() {
        SignedIn ken = course.coach("Ken Park");
        assertThat(mary.who().get(of(ken)).statusCode()).isEqualTo(403);
        assertThat(mary.who().get(mary.who().at("/training/review/1/999999999")).statusCode())
                .isEqualTo(403);
        for (SignedIn who : new SignedIn[] {course.participant("Dana Reed"), course.observer("Olga Stone")}) {
            assertThat(who.get(of(who)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("LTI-O1: somebody of another course is not here, and somebody unknown has a page that says so")
    void pageWhenOfAnotherCourseOrUnknownThenSaysSo() {
        SignedIn elsewhere = course.sibling().coach("Eve Other");
        String path = tom.at("/training/review/1/" + elsewhere.member().id());
        assertThat(tom.get(path).statusCode()).isEqualTo(404);
        assertThat(tom.get(path).body()).doesNotContain("Eve Other");
        String unknown = review("Tom Trainer", INSTRUCTOR, "Eve Other");
        assertThat(unknown).isEqualTo(tom.at("/training/review/1/unknown"));
        assertThat(tom.get(unknown).statusCode()).isEqualTo(404);
        assertThat(tom.get(unknown).body()).contains("REVIEW-NOBODY", "has not been here yet");
    }

    @Test
    @DisplayName("LTI spec 3.5: SpeedGrader opens our address by a plain launch, which gives no right either")
    void launchWhenSpeedGraderThenTheSamePageByTheSameRules() {
        SignedIn ken = course.coach("Ken Park");
        SignedIn elsewhere = course.sibling().coach("Eve Other");
        assertThat(speedGrader("Tom Trainer", INSTRUCTOR, mary.who())).isEqualTo(of(mary.who()));
        assertThat(speedGrader("Mary Ellis", LEARNER, mary.who())).isEqualTo(of(mary.who()));
        assertThat(speedGrader("Mary Ellis", LEARNER, ken)).isEqualTo(mary.who().at("/training/review/1/unknown"));
        String other = speedGrader("Tom Trainer", INSTRUCTOR, elsewhere);
        assertThat(tom.get(other).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lti/launch?review=x&activity=session-1",
                "/lti/launch?review=7&activity=session-99",
                "/lti/launch?review=7",
                "/lti/launch?preview=7&activity=session-1"
            })
    void launchWhenAddressNamesNoReviewThenAnOrdinaryOne(String path) {
        LtiLaunch launch = launch("Tom Trainer", INSTRUCTOR).path(path).build();
        assertThat(members.open(launch).path()).isEqualTo(tom.at("/training/sessions/1"));
    }

    @Test
    void pageWhenGraderThenNeighborsByNameWithoutTestUsers() {
        SignedIn ana = course.coach("ana Ruiz");
        SignedIn zoe = course.coach("Zoe Zimmer");
        course.signIn("Nat Pretend", "coach", LEARNER, "http://purl.imsglobal.org/vocab/lti/system/person#TestUser");
        assertThat(tom.get(of(mary.who())).body()).contains(of(ana), of(zoe)).doesNotContain("Nat Pretend");
        assertThat(tom.get(of(ana)).body()).contains(of(mary.who())).doesNotContain(of(zoe));
        assertThat(mary.who().get(of(mary.who())).body()).doesNotContain("ana Ruiz");
    }

    @Test
    @DisplayName("LTI-T27: the way back keeps the query, says a word, and stands in no page")
    void leaveWhenTheLaunchNamedAnAddressThenBackThere() {
        String back = "https://lms.example/mod/lti/return.php?course=2&sesskey=gi6vneOddt#top";
        LtiLaunch launch = launch("Tom Trainer", INSTRUCTOR).backTo(back).build();
        SignedIn here = members.signIn(launch);
        String page = here.get(of(mary.who())).body();
        assertThat(page).contains("/leave").doesNotContain("sesskey", "gi6vneOddt");
        HttpResponse<String> left = here.get(here.at("/leave"));
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Location").orElse(""))
                .startsWith(
                        "https://lms.example/mod/lti/return.php?course=2&sesskey=gi6vneOddt&lti_msg=You%20have%20left")
                .endsWith("#top");
        assertThat(tom.get(of(mary.who())).body()).doesNotContain("/leave");
        assertThat(tom.get(tom.at("/leave")).headers().firstValue("Location")).hasValue(tom.at(""));
    }

    @Test
    void leaveWhenTheWayIsOfAnotherLaunchThenNotTaken() {
        SignedIn here = members.signIn(launch("Tom Trainer", INSTRUCTOR)
                .backTo("https://lms.example/one")
                .build());
        String way = part(here.cookies(), "__Host-pb-");
        SignedIn mixed = tom.withCookies(tom.cookies() + "; " + way);
        assertThat(mixed.get(tom.at("/leave")).headers().firstValue("Location")).hasValue(tom.at(""));
    }

    private static String part(String cookies, String prefix) {
        return java.util.Arrays.stream(cookies.split("; "))
                .filter(cookie -> cookie.startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    private String of(SignedIn whose) {
        return tom.at("/training/review/1/" + whose.member().id());
    }

    private String review(String reader, String role, @Nullable String whose) {
        LtiLaunch launch = launch(reader, role)
                .message("LtiSubmissionReviewRequest")
                .forUser(whose)
                .build();
        return members.open(launch).path();
    }

    private String speedGrader(String reader, String role, SignedIn whose) {
        LtiLaunch launch = launch(reader, role)
                .path("/lti/launch?review=" + whose.member().id() + "&activity=session-1")
                .build();
        return members.open(launch).path();
    }

    private TestLaunch launch(String reader, String role) {
        return new TestLaunch(course, reader)
                .roles(role)
                .custom(Map.of("pc_purpose", "training", "pc_activity", "session-1"));
    }
}
