package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** UX-T6: the grid of a cohort: true states, filters, the file, and a message to those it shows. */
@ApplicationTest
class CohortTests extends TomAndMary {

    private static final String GRID = "/training/cohort";

    @Autowired
    TrainingCatalog catalog;

    @Test
    void gridWhenCoachesWorkThenTheirStatesInWords() {
        mary.read("S1.2");
        course.coach("Ken Park");
        String page = grid("");
        assertThat(page).contains("Mary Ellis", "Started, 1 of 11", "Ken Park", "Not started", "Has not begun");
        assertThat(page).containsPattern("(?s)<caption[^>]*>State of each coach.*<th scope=\"col\">Session 1<");
        assertThat(page).contains("<th scope=\"row\">").doesNotContain(">Tom Trainer</a>");
    }

    @Test
    void gridWhenNobodyIsThereThenSaysSoTruly() {
        SignedIn tina = course.sibling().trainer("Tina Other");
        assertThat(tina.get(tina.at(GRID)).body()).contains("No coaches yet").doesNotContain("Mary Ellis");
        assertThat(grid("?q=zzz")).contains("Nobody here").doesNotContain("Mary Ellis", "No coaches yet");
    }

    @Test
    void gridWhenFilteredThenStuckOnesOnlyAndByName() {
        SignedIn ken = course.coach("Ken Park");
        SignedIn ana = course.coach("Ana Ruiz");
        mary.read("S1.2");
        new Cohort(jdbc).quietFor(mary.who(), 15);
        new Cohort(jdbc).quietFor(ken, 15);
        new Cohort(jdbc).quietFor(ana, 13);
        assertThat(grid("?show=stuck")).contains("Mary Ellis", "Ken Park").doesNotContain("Ana Ruiz");
        assertThat(grid("?show=stuck&q=KEN")).contains("Ken Park").doesNotContain("Mary Ellis");
        assertThat(grid("?q=ruiz")).contains("Ana Ruiz").doesNotContain("Ken Park");
        new Cohort(jdbc).done(mary.who(), everything());
        new Cohort(jdbc).quietFor(mary.who(), 15);
        assertThat(grid("?show=stuck")).doesNotContain("Mary Ellis").contains("Ken Park");
    }

    @Test
    void fileWhenANameLooksLikeAFormulaThenItIsNone() {
        course.coach("=HYPERLINK(\"https://evil.example\")");
        course.coach(" +1 Plus");
        String file = tom.get(tom.at(GRID + "/cohort.csv")).body();
        assertThat(file)
                .startsWith("\uFEFF\"Coach\",\"Session 1\"")
                .contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"", "\"Mary Ellis\",\"Not started\"")
                .doesNotContain("\"=", "\"+", "\" +");
        assertThat(tom.get(tom.at(GRID + "/cohort.csv?q=mary")).body()).doesNotContain("HYPERLINK");
    }

    @Test
    void nudgeWhenSentThenTheShownPeopleSeeItUntilPutAway() {
        SignedIn ken = course.coach("Ken Park");
        String page = tom.get(tom.at(GRID + "/nudge?q=mary")).body();
        assertThat(page).contains("To 1 person", "Mary Ellis").doesNotContain("Ken Park");
        Map<String, String> letter =
                Map.of("to", mary.who().member().id().toString(), "text", "See you on <b>Tuesday</b>?");
        assertThat(tom.post(tom.at(GRID + "/nudge"), letter).statusCode()).isEqualTo(302);
        for (String path : List.of("", "/training")) {
            assertThat(mary.who().get(mary.who().at(path)).body())
                    .contains("See you on &lt;b&gt;Tuesday&lt;/b&gt;?", "From Tom Trainer");
            assertThat(ken.get(ken.at(path)).body()).doesNotContain("See you on");
        }
        String dismiss = dismissPath(mary.who());
        ken.post(dismiss, Map.of());
        assertThat(mary.who().get(mary.who().at("")).body()).contains("See you on");
        assertThat(mary.who().post(dismiss, Map.of("on", "training")).headers().firstValue("Location"))
                .hasValue(mary.who().at("/training"));
        assertThat(mary.who().get(mary.who().at("")).body()).doesNotContain("See you on");
    }

    @Test
    void nudgesWhenSeveralWaitThenTheirSendersAreAskedForOnce() {
        send("One");
        Runnable home = () -> mary.who().get(mary.who().at("/training"));
        home.run();
        int one = Statements.during("course_", home).size();
        send("Two");
        send("Three");
        home.run();
        assertThat(mary.who().get(mary.who().at("/training")).body()).contains("One", "Two", "Three");
        assertThat(Statements.during("course_", home)).hasSizeLessThanOrEqualTo(one);
    }

    private void send(String text) {
        tom.post(tom.at(GRID + "/nudge"), Map.of("to", mary.who().member().id().toString(), "text", text));
    }

    @Test
    void nudgeWhenTheButtonIsPressedTwiceThenSentOnceAndNotToThoseWhoHaveIt() {
        SignedIn ken = course.coach("Ken Park");
        send("See you soon.");
        send("See you soon.");
        assertThat(nudges(mary.who())).isOne();
        String everybody = mary.who().member().id() + "," + ken.member().id();
        assertThat(tom.post(tom.at(GRID + "/nudge"), Map.of("to", everybody, "text", "See you soon."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(nudges(mary.who())).isOne();
        assertThat(nudges(ken)).isOne();
        send("See you later.");
        assertThat(nudges(mary.who())).isEqualTo(2);
        jdbc.sql("update training_nudge set sent_at = ? where member_id = ?")
                .params(java.time.LocalDateTime.now(java.time.ZoneOffset.UTC).minusMinutes(2))
                .param(mary.who().member().id().value())
                .update();
        send("See you soon.");
        assertThat(nudges(mary.who())).isEqualTo(3);
    }

    @Test
    void nudgesWhenManyThenThePageShowsTheLatestAndADayHasALimit() {
        for (int number = 1; number <= Nudges.A_DAY; number++) {
            send("Message " + number + ".");
        }
        assertThat(mary.who().get(mary.who().at("/training")).body())
                .contains("Message 10.", "Message 8.")
                .doesNotContain("Message 7.");
        mary.who().post(dismissPath(mary.who()), Map.of());
        assertThat(mary.who().get(mary.who().at("/training")).body()).contains("Message 7.");
        HttpResponse<String> refused = tom.post(
                tom.at(GRID + "/nudge"), Map.of("to", mary.who().member().id().toString(), "text", "One more?"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Mary Ellis already got 10 messages", "One more?");
        assertThat(nudges(mary.who())).isEqualTo(Nudges.A_DAY);
    }

    private int nudges(SignedIn who) {
        return jdbc.sql("select count(*) from training_nudge where member_id = ?")
                .param(who.member().id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void nudgeWhenEmptyTooLongOrToNobodyThenRefusedAndTheTextKept() {
        String to = mary.who().member().id().toString();
        var empty = tom.post(tom.at(GRID + "/nudge"), Map.of("to", to, "text", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Write something first", "Mary Ellis");
        var tooLong = tom.post(tom.at(GRID + "/nudge"), Map.of("to", to, "text", "x".repeat(1001)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("x".repeat(1001));
        SignedIn elsewhere = course.sibling().coach("Eve Other");
        var nobody = tom.post(
                tom.at(GRID + "/nudge"), Map.of("to", elsewhere.member().id().toString(), "text", "Hello"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(elsewhere.get(elsewhere.at("")).body()).doesNotContain("From Tom Trainer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/cohort.csv",
                "/nudge",
                "/people/{m}",
                "/people/{m}/S1.2",
                "/settings",
                "/schedule",
                "/schedule/new"
            })
    void pagesWhenNotATrainerThenRefused(String path) {
        String page = GRID + path.replace("{m}", mary.who().member().id().toString());
        for (SignedIn who : List.of(
                mary.who(),
                course.participant("Dana Reed"),
                course.observer("Olga Stone"),
                course.leader("Lea Leader"))) {
            assertThat(who.get(who.at(page)).statusCode())
                    .as(who.member().role() + page)
                    .isEqualTo(403);
        }
        assertThat(tom.get(tom.at(page)).statusCode()).isEqualTo(200);
        assertThat(tom.withCookies("").get(tom.at(page)).statusCode()).isEqualTo(401);
    }

    private List<String> everything() {
        return catalog.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .map(ActivityContent::id)
                .toList();
    }

    private static String dismissPath(SignedIn who) {
        var found = Pattern.compile("/c/\\d+/training/nudges/\\d+/dismiss")
                .matcher(who.get(who.at("")).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String grid(String rest) {
        return tom.get(tom.at(GRID + rest)).body();
    }
}
