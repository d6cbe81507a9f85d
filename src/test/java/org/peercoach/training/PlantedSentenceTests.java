package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.ADMINISTRATOR;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoach.console.OperatorBrowser;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.Completions;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Ruling 43: a coach writes sentences in every private place, a trainer answers; then everybody walks through every page
 * there is, files and all, and finds only what is theirs. Pages are taken from the handlers, so that a new one is walked
 * through as well.
 */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class PlantedSentenceTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(version|writer|handedIn)\" value=\"([0-9a-f]*)\"");
    private static final Pattern MIDDLE = Pattern.compile("name=\"(item\\.[A-Za-z0-9]+)\" value=\"3\"");

    /** Addresses that only a token or one launch opens; each has tests of its own. */
    private static final List<String> BY_TOKEN = List.of(
            "/go/",
            "/hand-over/",
            "/operator/enter/",
            "/public/mail/off/",
            "/public/mail/confirm/",
            "/c/{course}/pick/");

    private static final List<String> ACTIVITIES =
            List.of("S1.2", "S1.3", "S1.8", "S1.10", "S2.4", "S2.5", "S3.4", "S3.6", "S4.5", "S5.3");
    private static final List<String> SURVEYS =
            List.of("coach-skills/pre", "coach-skills/post", "needs-assessment/pre", "programme-survey/extra");

    @Autowired
    TestMembers members;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private final Map<String, Set<String>> readers = new LinkedHashMap<>();
    private TestMembers.TestCourse course;
    private SignedIn mary;
    private SignedIn tom;
    private String adasData = "";

    /** Somebody who asks for every address; a walk that opens fewer pages than {@code atLeast} has gone astray. */
    private record Walker(String name, int atLeast, Function<String, HttpResponse<String>> browser) {
        static Walker of(SignedIn who, int atLeast) {
            return new Walker(who.member().name(), atLeast, who::get);
        }
    }

    /** Those who must find all that is theirs, or the walk has missed pages. */
    private static final Set<String> FINDERS = Set.of("Mary Ellis", "Tom Trainer", "Ada Park");

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = course.coach("Mary Ellis");
        tom = course.trainer("Tom Trainer");
    }

    @Test
    @DisplayName("Ruling 43: what a coach writes in private is on no page, in no file and in no log of anybody else")
    void sentencesWhenEverybodyWalksThroughAllPagesThenFoundByTheirOwnersAlone(CapturedOutput log) {
        maryWritesInPrivate();
        maryAnswersSurveys();
        tomAnswers();
        pretendedCertificate();
        List<String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(120);
        for (Walker walker : walkers()) {
            Set<String> found = foundBy(walker, addresses);
            Set<String> theirs = new LinkedHashSet<>();
            readers.forEach((sentence, who) -> {
                if (who.contains(walker.name())) {
                    theirs.add(sentence);
                }
            });
            assertThat(found).as(walker.name()).isSubsetOf(theirs);
            if (FINDERS.contains(walker.name())) {
                assertThat(found).as(walker.name()).containsExactlyInAnyOrderElementsOf(theirs);
            }
        }
        readers.keySet().forEach(sentence -> assertThat(log.getAll()).doesNotContain(sentence));
    }

    /** A sentence that nobody else writes, and by whom it may be read. */
    private String sentence(String place, String... who) {
        String sentence = "The quiet heron of the " + place + " waits";
        readers.put(sentence, Set.of(who));
        return sentence;
    }

    private String marys(String place) {
        return sentence(place, "Mary Ellis");
    }

    private void maryWritesInPrivate() {
        Coach coach = new Coach(mary);
        coach.reflect("S1.3", Coach.SIXTY_WORDS + " " + marys("reflection"), "me");
        coach.open("S1.10").autosave(Map.of("text", marys("draft"), "share", "trainer"));
        coach.open("S1.2").autosave(Map.of("note", marys("note")));
        for (String id : List.of("S2.4", "S2.5", "S3.4", "S3.6", "S5.3")) {
            finish(id, marys("work in " + id));
        }
        coach.fillIn("S1.8", "What we agreed");
        coach.open("S1.8")
                .autosave(Map.of(TestFields.firstText(TestContent.work("S1.8")), marys("draft of a new version")));
        Work withPartner = activity("S4.5").work();
        Map<String, String> sheet = TestFields.filled(withPartner, "What we plan");
        sheet.put(TestFields.firstPartner(withPartner), marys("partner"));
        send(mary, page("S4.5"), "", sheet);
        refusals(coach);
    }

    /** Answers that are no pages of the tool's usual work: too long, stale, without a token, nothing there. */
    private void refusals(Coach coach) {
        String words = marys("refused words");
        coach.open("S1.3").autosave(Map.of("text", words));
        mary.post(coach.path("S1.3"), Map.of("text", words.repeat(1000)));
        mary.post(coach.path("S1.3"), Map.of("text", words + " and more", "version", "1", "writer", "abc"));
        mary.post(coach.path("S1.3"), Map.of("text", words), "no token");
        mary.post(coach.path("S1.99"), Map.of("text", words));
    }

    private void finish(String id, String words) {
        int number = Integer.parseInt(id.substring(1, 2));
        for (Map<String, String> form : WholeWork.of(number, id).forms()) {
            Map<String, String> fields = new HashMap<>(form);
            fields.replaceAll((name, value) -> value.contains(" ") ? value + " " + words : value);
            send(mary, page(id), "", fields);
        }
        assertThat(mary.get(mary.at(page(id))).body()).as(id).contains("id=\"done\"");
    }

    private void maryAnswersSurveys() {
        tom.post(tom.at("/surveys"), Map.of("survey", "needs-assessment/PRE"));
        send(mary, "/surveys/coach-skills/pre", "", Map.of("comment", marys("comment")));
        send(mary, "/surveys/coach-skills/post", "/draft", Map.of("comment", marys("comment that is a draft")));
        send(mary, "/surveys/needs-assessment/pre", "", Map.of("open.lesson-to-improve", marys("open answer")));
        send(mary, "/surveys/programme-survey/extra", "", Map.of("open.keep", sentence("anonymous answer")));
        assertThat(jdbc.sql("select count(*) from survey_anonymous_answer where answer like '%heron of the anonymous%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    /** What Tom says to Mary is for her and the trainers of the course; what he has not said yet is his own. */
    private void tomAnswers() {
        String comment = sentence("word to one coach", "Mary Ellis", "Tom Trainer", "Ada Park");
        send(tom, marking("S1.8"), "", Map.of("verdict", "NOT_YET", "comment", comment));
        String unsaid = sentence("word not said yet", "Tom Trainer");
        send(tom, marking("S4.5"), "/draft", Map.of("verdict", "MEETS", "comment", unsaid));
        assertThat(tom.get(tom.at(marking("S4.5"))).body()).contains(unsaid);
        Map<String, String> nudge = Map.of(
                "to", mary.member().id().toString(),
                "text", sentence("message", "Mary Ellis", "Tom Trainer", "Ada Park"));
        assertThat(tom.post(tom.at("/training/cohort/nudge"), nudge).statusCode())
                .isEqualTo(302);
        tom.post(
                tom.at("/training/cohort/schedule/new"),
                Map.of("session", "1", "date", "2026-12-08", "start", "15:30", "end", "17:00", "zone", "UTC"));
    }

    private String marking(String id) {
        return "/training/worksheets/" + mary.member().id() + "/" + id;
    }

    /** Sends a form of this page as a browser would, with the middle of every scale. */
    private static void send(SignedIn who, String page, String rest, Map<String, String> fields) {
        String open = who.get(who.at(page)).body();
        Map<String, String> all = new HashMap<>();
        MIDDLE.matcher(open).results().forEach(one -> all.put(one.group(1), "3"));
        HIDDEN.matcher(open).results().forEach(one -> all.putIfAbsent(one.group(1), one.group(2)));
        all.putAll(fields);
        assertThat(who.post(who.at(page) + rest, all).statusCode()).as(page).isIn(204, 302);
    }

    private void pretendedCertificate() {
        Instant then = Instant.parse("2026-09-01T15:00:00Z");
        Completions.pretend(mary.member(), 8, then, then);
        assertThat(mary.get(mary.at("/training/certificate")).body()).contains("/public/certificate/");
    }

    // ---- who walks where

    private List<Walker> walkers() {
        OperatorBrowser operator = OperatorBrowser.signedIn(settings);
        SignedIn nobody = tom.withCookies("");
        SignedIn tina = course.sibling().trainer("Tina Other");
        List<Walker> all = new ArrayList<>();
        all.add(Walker.of(mary, 60));
        all.add(Walker.of(tom, 100));
        all.add(Walker.of(course.coach("Ken Park"), 50));
        all.add(Walker.of(course.participant("Dana Reed"), 18));
        all.add(Walker.of(course.observer("Olga Stone"), 14));
        all.add(Walker.of(course.leader("Lea Leader"), 45));
        all.add(Walker.of(course.administrator("Ada Park"), 110));
        all.add(Walker.of(tina, 5));
        all.add(new Walker("Tina Other, at home", 60, path -> tina.get(path.replace(mary.at(""), tina.at("")))));
        SignedIn ada = privacy();
        String maryHerself = "/my-data/" + mary.member().person();
        String adaAboutMary = adasData + "/about/" + mary.member().person();
        all.add(new Walker("Ada Park, for privacy", 10, path -> ada.get(path.replace(maryHerself, adaAboutMary))));
        all.add(new Walker("the operator", 30, operator::get));
        all.add(new Walker("nobody", 5, nobody::get));
        return all;
    }

    /** An administrator whom the LMS has sent to see what is stored about Mary. */
    private SignedIn privacy() {
        var launch = new TestLaunch(course, "Ada Park")
                .roles(ADMINISTRATOR)
                .message("LtiDataPrivacyLaunchRequest")
                .forUser("Mary Ellis")
                .context(null)
                .link(null)
                .build();
        var landing = members.open(launch);
        SignedIn ada = tom.withLanding(landing);
        assertThat(ada.get(landing.path()).statusCode()).isEqualTo(200);
        adasData = landing.path().replaceFirst("(/my-data/\\d+).*", "$1");
        return ada;
    }

    private Set<String> foundBy(Walker walker, List<String> addresses) {
        Set<String> found = new LinkedHashSet<>();
        int opened = 0;
        for (String address : addresses) {
            HttpResponse<String> answer = walker.browser().apply(address);
            assertThat(answer.statusCode()).as(walker.name() + " " + address).isLessThan(500);
            opened += answer.statusCode() == 200 ? 1 : 0;
            String whole = answer.headers().map() + answer.body();
            readers.forEach((sentence, who) -> {
                if (whole.contains(sentence)) {
                    assertThat(who).as(walker.name() + " " + address).contains(walker.name());
                    found.add(sentence);
                }
            });
        }
        assertThat(opened).as("pages open to " + walker.name()).isGreaterThanOrEqualTo(walker.atLeast());
        return found;
    }

    private List<String> addresses() {
        return handlers.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> BY_TOKEN.stream().noneMatch(pattern::startsWith))
                .flatMap(this::filled)
                .flatMap(PlantedSentenceTests::withQueries)
                .distinct()
                .sorted()
                .toList();
    }

    /** Lists and files of a course that show more when they are asked to. */
    private static Stream<String> withQueries(String address) {
        return address.matches("/c/.*/(training/cohort|training/worksheets|surveys|people|gradebook)\\b.*")
                ? Stream.of(address, address + "?show=waiting&session=1&q=Mary&state=all")
                : Stream.of(address);
    }

    /** The pattern with everything put in that it may name here. */
    private Stream<String> filled(String pattern) {
        if (pattern.contains("/sessions/{number}/activities/{id}")) {
            return ACTIVITIES.stream()
                    .map(id -> pattern.replace("/training/sessions/{number}/activities/{id}", page(id)))
                    .flatMap(this::filled);
        }
        if (pattern.contains("{instrument}/{wave}")) {
            return SURVEYS.stream()
                    .map(survey -> pattern.replace("{instrument}/{wave}", survey))
                    .flatMap(this::filled);
        }
        Matcher variable = VARIABLE.matcher(pattern);
        return variable.find()
                ? values(variable.group(1), pattern).stream()
                        .map(value -> variable.replaceFirst(Matcher.quoteReplacement(value)))
                        .toList()
                        .stream()
                        .flatMap(this::filled)
                : Stream.of(pattern);
    }

    private List<String> values(String variable, String pattern) {
        return switch (variable) {
            case "course" -> List.of(mary.member().course().toString());
            case "district" -> List.of(Long.toString(mary.member().district()));
            case "deployment" -> List.of(Long.toString(course.target().deploymentId()));
            case "member" -> List.of(mary.member().id().toString());
            case "person", "other" -> List.of(Long.toString(mary.member().person()));
            case "kind" -> List.of("lms", "courses");
            case "key" -> List.of(pattern.contains("/training/texts/") ? "S1.2" : "six-moves");
            case "thumbprint" -> List.of("none");
            case "meeting" ->
                List.of(one(
                        "select max(id) from training_meeting where course_id = ?",
                        mary.member().course().value()));
            case "number" ->
                pattern.startsWith("/public/certificate/")
                        ? List.of(one(
                                "select max(i.number) from training_certificate_issue i join training_certificate c"
                                        + " on c.id = i.certificate_id where c.member_id = ?",
                                mary.member().id().value()))
                        : WholeWork.sessions().stream().map(Object::toString).toList();
            case "id" -> ids(pattern);
            default -> throw new AssertionError("Say what {" + variable + "} of " + pattern + " may be");
        };
    }

    private List<String> ids(String pattern) {
        if (pattern.contains("/training/")) {
            return ACTIVITIES;
        }
        return List.of(
                pattern.contains("/roles/courses/")
                        ? mary.member().course().toString()
                        : Long.toString(course.target().registrationId()));
    }

    private String one(String sql, long of) {
        return Objects.requireNonNull(
                jdbc.sql(sql).param(of).query((row, index) -> row.getString(1)).single());
    }

    private static String page(String id) {
        return "/training/sessions/" + id.charAt(1) + "/activities/" + id;
    }

    private static ActivityContent activity(String id) {
        return TestContent.CATALOG
                .session(Integer.parseInt(id.substring(1, 2)))
                .flatMap(session -> session.activity(id))
                .orElseThrow();
    }
}
