package org.peercoach.training;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;

/** Every page of the training and of the points, untouched, half done and done: axe, pictures, the narrowest window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class TrainingPagesTests extends PagesInBrowser {

    private static final List<String> ACTIVITIES =
            List.of("S1.1", "S1.2", "S1.3", "S1.4", "S1.5", "S1.6", "S1.7", "S1.8", "S1.9", "S1.10", "S1.11");

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenLookedAtThenAccessibleAtEveryStageOfTheWork(int width) {
        TestMembers.TestCourse course = members.course();
        SignedIn mary = course.coach("Mary Ellis");
        Coach coach = new Coach(mary);
        look(mary, width, "new", Map.of("path", "/training", "session", Coach.SESSION, "points", "/gradebook"));
        look(mary, width, "new", activities());
        begin(coach);
        look(mary, width, "begun", activities());
        coach.finishAllOpen();
        look(mary, width, "done", activities());
        look(mary, width, "done", Map.of("path", "/training", "session", Coach.SESSION, "points", "/gradebook"));
        SignedIn tom = course.trainer("Tom Trainer");
        look(
                tom,
                width,
                "trainer",
                Map.of(
                        "path",
                        "/training",
                        "session",
                        Coach.SESSION,
                        "read",
                        activity("S1.2"),
                        "points",
                        "/gradebook"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void workWhenNotEnoughThenTheFaultIsAccessible(int width) {
        SignedIn mary = members.coach();
        try (Visit visit = visit(mary, width)) {
            open(visit, mary.at(activity("S1.3")));
            visit.page().locator("#t").fill("Too short.");
            visit.page().locator("form#answer button.btn-primary").click();
            visit.page().locator(".pc-error").waitFor();
            visit.examine("training-too-short");
            open(visit, mary.at(activity("S1.9")));
            visit.page().locator("form button.btn:not(.btn-link)").last().click();
            visit.examine("training-check-empty");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesForEverybodyWhenLookedAtThenAccessible(int width) {
        try (Visit visit = chromium.visit(width)) {
            examine(visit, "/public/privacy", "privacy");
            examine(visit, "/lti/launch", "refused-direct");
            examine(visit, "/lti/login?iss=https://nobody.example&login_hint=1&target_link_uri=x", "refused-unknown");
            examine(visit, "/c/1/training", "signed-out");
        }
    }

    private static void begin(Coach coach) {
        coach.open("S1.3").autosave(Map.of("text", "In my third year", "share", "me"));
        coach.open("S1.5").finish(Map.of("line", "2"));
        coach.open("S1.9").autosave(Map.of("q1", "a"));
    }

    private static String activity(String id) {
        return Coach.SESSION + "/activities/" + id;
    }

    private static Map<String, String> activities() {
        Map<String, String> pages = new java.util.LinkedHashMap<>();
        ACTIVITIES.forEach(id -> pages.put(id, activity(id)));
        return pages;
    }

    private void look(SignedIn who, int width, String stage, Map<String, String> pages) {
        try (Visit visit = visit(who, width)) {
            pages.forEach((name, path) -> {
                examine(visit, who.at(path), "training-" + stage + "-" + name);
            });
        }
    }
}
