package org.peercoach.training.certificate;

import static org.peercoach.fixture.TestRoles.LEARNER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.Completions;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.peercoach.lti.Landing;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page about certificates in every state: axe, pictures, the narrowest window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class CertificateLooksTests extends PagesInBrowser {

    private static final String PATH = "/training/certificate";
    private static final String LIST = "/training/certificates";
    private static final Instant BEGUN = Instant.parse("2026-08-28T15:00:00Z");
    private static final Instant DONE = Instant.parse("2027-05-20T15:00:00Z");

    @Autowired
    Certificates certificates;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void coachWhenOpenIssuedRenamedOrRevokedThenAccessible(int width) {
        TestCourse course = members.course();
        SignedIn mary = course.coach("Mary Ellis");
        Completions.pretend(mary.member(), 3, BEGUN, DONE);
        try (Visit visit = visit(mary, width)) {
            examine(visit, mary.at(PATH), "certificate-open");
            examine(visit, mary.at("/training"), "certificate-path-open");
            Completions.pretend(mary.member(), 8, BEGUN, DONE);
            examine(visit, mary.at("/training"), "certificate-path");
            examine(visit, mary.at(PATH), "certificate-page");
            Certificate first = latest(mary);
            members.signIn(new TestLaunch(course, "Mary Ellis")
                    .named("Mary Stone")
                    .roles(LEARNER)
                    .custom(Map.of("pc_purpose", "training", "pc_role", "coach"))
                    .build());
            examine(visit, mary.at(PATH), "certificate-renamed");
            visit.page().locator("form[action$='new-issue'] button").click();
            visit.page().locator(".pc-note.pc-ok").waitFor();
            visit.examine("certificate-reissued");
            examine(visit, first.issue().number().path(), "certificate-check-replaced");
            examine(visit, latest(mary).issue().number().path(), "certificate-check");
            certificates.revoke(course.trainer("Tom Trainer").member(), first.id(), "The portfolios were mixed up.");
            examine(visit, mary.at(PATH), "certificate-revoked");
            examine(visit, latest(mary).issue().number().path(), "certificate-check-revoked");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void trainerWhenListedRefusedAndRevokedThenAccessible(int width) {
        TestCourse course = members.course();
        SignedIn tom = course.trainer("Tom Trainer");
        try (Visit visit = visit(tom, width)) {
            examine(visit, tom.at(LIST), "certificates-none");
            for (String name : List.of("Mary Ellis", "Ken Park", "Ana Ruiz Šťastná")) {
                SignedIn coach = course.coach(name);
                Completions.pretend(coach.member(), 8, BEGUN, DONE);
                certificates.of(coach.member());
            }
            examine(visit, tom.at(LIST), "certificates");
            visit.page().locator("details.pc-more summary").first().click();
            visit.examine("certificates-revoke");
            visit.page().locator("details[open] textarea").fill("The portfolios were mixed up.");
            visit.page().locator("details[open] button").click();
            visit.page().locator(".pc-note.pc-ok").waitFor();
            visit.examine("certificates-revoked");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void hoursWhenShownOrRefusedThenAccessible(int width) {
        TestCourse course = members.course();
        long district = course.trainer("Tom Trainer").member().district();
        Landing ada = course.fromOutside("Ada Park");
        try (Visit visit = visit(ada, width)) {
            examine(visit, "/d/" + district + "/certificates", "certificate-hours");
            visit.page().locator("#sessions").fill("0");
            visit.page().locator("main form button").click();
            visit.page().locator("#wrong-sessions").waitFor();
            visit.examine("certificate-hours-refused");
        }
    }

    private Certificate latest(SignedIn who) {
        return certificates.issues(who.member()).getLast();
    }
}
