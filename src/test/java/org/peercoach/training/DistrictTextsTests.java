package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.course.CourseChanges;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A district says the training in its own words: draft, preview, versions, the way back, and nobody else sees it. */
@ApplicationTest
class DistrictTextsTests {

    private static final String OURS = "In our district we begin on a Tuesday.";

    private static final String LEADER = "      - {key: leader, ";
    private static final String COLLEAGUE = "      - {key: colleague, label: Notes, kind: text, partner: true}\n";

    @Autowired
    CourseChanges changes;

    @Autowired
    TestMembers members;

    @Autowired
    EditableTexts texts;

    @Autowired
    OwnTextRows rows;

    @Autowired
    Catalogs catalogs;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private SignedIn ada;
    private Coach mary;
    private String district;

    @BeforeEach
    void signIn() {
        course = members.course();
        ada = course.administrator("Ada Park");
        mary = new Coach(course.coach("Mary Ellis"));
        district = "/d/" + ada.member().district() + "/training";
    }

    @Test
    void readingWhenPublishedThenOnlyItsDistrictReadsItAndTheAnswersStay() {
        mary.open("S1.2").leave(Map.of("note", "My own note"));
        Coach elsewhere = new Coach(members.coach());
        assertThat(save("S1.2", "preview", Map.of("take", "Ours.", "text", OURS))
                        .statusCode())
                .isEqualTo(302);
        assertThat(page("S1.2")).contains(OURS, "As coaches see it", "Draft saved");
        assertThat(mary.page("S1.2")).doesNotContain(OURS);
        assertThat(list()).contains("Draft");

        assertThat(save("S1.2", "publish", Map.of()).statusCode()).isEqualTo(302);
        assertThat(mary.page("S1.2")).contains(OURS, "My own note").doesNotContain("Ideas are not habits");
        assertThat(elsewhere.page("S1.2")).doesNotContain(OURS);
        assertThat(page("S1.2")).contains("Version 1", "Ada Park", "Holds now");
        assertThat(list()).contains("Version 1");
        assertThat(audited()).containsExactly("training.text-published text:S1.2 version 1");
        assertThat(jdbc.sql("select count(*) from audit_entry where details like '%Tuesday%'")
                        .query(Long.class)
                        .single())
                .isZero();

        post("S1.2/built-in", Map.of());
        assertThat(mary.page("S1.2")).doesNotContain(OURS);
        post("S1.2/again", Map.of("version", "1"));
        assertThat(page("S1.2")).contains(OURS);
        save("S1.2", "publish", Map.of());
        assertThat(mary.page("S1.2")).contains(OURS);
        assertThat(page("S1.2")).contains("Version 3", "back to the built-in text");
    }

    @Test
    void reflectionWhenTheQuestionChangesThenAnswersStayAndTheCoachIsTold() {
        mary.reflect("S1.3", Coach.SIXTY_WORDS, "me");
        String renewed = "It was renewed since.";
        save("S1.3", "publish", Map.of("help", "Take your time."));
        assertThat(version("S1.3")).isZero();
        assertThat(mary.page("S1.3")).contains("Take your time.").doesNotContain(renewed);
        save("S1.3", "publish", Map.of("label", "Your first try"));
        assertThat(version("S1.3")).isEqualTo(1);
        assertThat(mary.page("S1.3")).contains("Your first try", "Take your time.", renewed);
        assertThat(mary.sessionPage()).contains("1 of 11 done");
        assertThat(jdbc.sql("select content_version from training_activity_state where member_id = ?"
                                + " and activity_id = 'S1.3'")
                        .param(mary.who().member().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void formWhenFieldsAreEmptyThenNamesThemAsTheFormDoes() {
        HttpResponse<String> refused = save("S1.2", "publish", Map.of("take", " ", "text", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<a href=\"#f-take\">Take this with you</a>", "<a href=\"#f-text\">Text, in Markdown</a>")
                .contains("Write something here.")
                .doesNotContain("work.html", "activities[");
        assertThat(save("S1.3", "publish", Map.of("min-words", "many")).body())
                .contains("<a href=\"#f-min-words\">Fewest words</a>", "Write a number");
        assertThat(save("S1.2", "publish", Map.of("take", "Ours.", "text", "<script>x()</script>"))
                        .body())
                .contains("<a href=\"#f-text\">")
                .doesNotContain("#f-take");
        assertThat(save("session-1", "publish", Map.of("S1.2-intro", "")).body())
                .contains("<a href=\"#f-S1.2-intro\">Activity 2: intro</a>");
    }

    @Test
    void readingWhenItAsksForMoreThanAPageShowsThenThePreviewSaysWhatIsLeftOut() {
        save("S1.2", "preview", Map.of("take", "Ours.", "text", OURS));
        assertThat(page("S1.2")).contains("As coaches see it").doesNotContain("Some of it is left out");
        save("S1.2", "preview", Map.of("text", "![A map](https://elsewhere.example/map.png) and words"));
        assertThat(page("S1.2")).contains("Some of it is left out", "Images.").doesNotContain("Scripts.", "Links to");
        save("S1.2", "publish", Map.of("text", "[Here](javascript:x()) <script>y()</script> words"));
        assertThat(page("S1.2"))
                .contains("Some of it is left out", "Scripts.", "Links to")
                .doesNotContain("Images.");
        save("sheet-six-moves", "preview", Map.of("text", "# A title\n\nWords"));
        assertThat(page("sheet-six-moves")).contains("headings of the first level");
    }

    @Test
    void textWhenItBreaksARuleThenADraftWithItsFaultsAndNothingIsPublished() {
        HttpResponse<String> refused =
                save("S1.9", "publish", Map.of("source", "pass: 9\nquestions:\n  - key: q1\n    txt: <b>x</b>\n"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Line 4:", "Not published yet", "&lt;b&gt;x&lt;/b&gt;");
        assertThat(page("S1.9")).contains("pass: 9");
        assertThat(mary.page("S1.9")).doesNotContain("<b>x</b>");
        assertThat(audited()).isEmpty();
        post("S1.9/drop", Map.of());
        assertThat(page("S1.9")).doesNotContain("pass: 9");
    }

    @Test
    void markdownWhenItHoldsScriptsThenNoneReachesAnybody() {
        String bad = "Hello <script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)>";
        save("S1.2", "publish", Map.of("text", bad, "take", "<script>alert(4)</script>"));
        for (String page : List.of(mary.page("S1.2"), page("S1.2"))) {
            assertThat(page)
                    .doesNotContain("<script>alert", "href=\"javascript", "<img src=x")
                    .contains("Hello");
        }
    }

    @Test
    void sheetAndSessionWhenPublishedThenShownInTheirPlaces() {
        save("sheet-value-test", "publish", Map.of("title", "Our value test"));
        save("session-1", "publish", Map.of("why", OURS, "S1.2-title", "Our reading", "tasks", "Ask Ruth\nAsk Ken"));
        assertThat(mary.who().get(mary.who().at("/training/sheets")).body()).contains("Our value test");
        assertThat(mary.sessionPage()).contains(OURS, "2. Our reading", "Ask Ruth");
        assertThat(mary.page("S1.2")).contains("Our reading");
        assertThat(new Coach(members.coach()).sessionPage()).doesNotContain(OURS, "Our reading");
    }

    @Test
    void fieldWhenItWasEverAboutAColleagueThenNoLaterTextOpensItToTrainers() {
        SignedIn tom = course.trainer("Tom Trainer");
        String without = builtIn("S1.8");
        String with = without.replace(LEADER, COLLEAGUE + LEADER);
        String open = with.replace(", partner: true}\n" + LEADER, "}\n" + LEADER);
        assertThat(open).isNotEqualTo(with).contains("key: colleague");
        assertThat(save("S1.8", "publish", Map.of("source", with)).statusCode()).isEqualTo(302);
        Map<String, String> filled = TestFields.filled(TestContent.work("S1.8"), "Zebra words");
        filled.put("header.colleague", "Secret of Ruth");
        mary.open("S1.8").finish(filled);
        HttpResponse<String> refused = save("S1.8", "publish", Map.of("source", open));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("header.colleague is about a colleague");
        post("S1.8/built-in", Map.of());
        assertThat(save("S1.8", "publish", Map.of("source", open)).statusCode()).isEqualTo(422);
        assertThat(save("S1.8", "publish", Map.of("source", with)).statusCode()).isEqualTo(302);
        assertThat(tom.get(sheet(tom)).body()).contains("Zebra words").doesNotContain("Secret of Ruth");
    }

    @Test
    void fieldWhenTheTextHasItNoLongerThenItsAuthorAloneReadsAndKeepsWhatStandsThere() {
        SignedIn tom = course.trainer("Tom Trainer");
        String own = "      - {key: own, label: Our own question, kind: text, required: true}\n";
        save("S1.8", "publish", Map.of("source", builtIn("S1.8").replace(LEADER, own + LEADER)));
        Map<String, String> filled = TestFields.filled(TestContent.work("S1.8"), "Zebra words");
        filled.put("header.own", "Koala words");
        mary.open("S1.8").finish(filled);
        Coach.Tab old = mary.open("S1.8");
        assertThat(tom.get(sheet(tom)).body()).contains("Koala words");

        post("S1.8/built-in", Map.of());
        String print = mary.path("S1.8") + "/print";
        assertThat(mary.page("S1.8"))
                .contains("Earlier fields", "header · own", "Koala words")
                .doesNotContain("You have changed it");
        assertThat(mary.who().get(print).body()).contains("Earlier fields", "Koala words");
        assertThat(tom.get(sheet(tom)).body()).contains("Zebra words").doesNotContain("Koala", "Earlier fields");

        assertThat(old.autosave(Map.of("header.own", "Koala and wombat")).statusCode())
                .isEqualTo(204);
        assertThat(mary.page("S1.8")).contains("Koala and wombat");
        Map<String, String> flood = new HashMap<>();
        for (int field = 0; field < 201; field++) {
            flood.put("header.f" + field, "x");
        }
        assertThat(mary.open("S1.8").autosave(flood).statusCode()).isEqualTo(413);
        assertThat(mary.page("S1.8")).doesNotContain("header · f1");
    }

    @Test
    void draftWhenTwoWriteThenTheSecondIsAskedAndLosesNothing() {
        SignedIn eve = course.administrator("Eve Stone");
        Map<String, String> first = Map.of("act", "keep", "revision", "0", "take", "Ada wrote this");
        assertThat(ada.post(path("S1.7"), first, token(ada)).statusCode()).isEqualTo(302);
        HttpResponse<String> second =
                eve.post(path("S1.7"), Map.of("act", "keep", "revision", "0", "take", "Eve wrote that"), token(eve));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Ada wrote this", "Eve wrote that");
        assertThat(page("S1.7")).contains("Ada wrote this").doesNotContain("Eve wrote that");
        HttpResponse<String> live =
                ada.post(path("S1.7") + "/draft", Map.of("revision", "1", "take", "Ada goes on"), token(ada));
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).contains("Ada goes on", "Draft saved").doesNotContain("<html");
    }

    @Test
    void textWhenAnotherOneWasPublishedMeanwhileThenRefusedWithBoth() {
        SignedIn eve = course.administrator("Eve Stone");
        save("S1.7", "publish", Map.of("take", "Ada is right"));
        Map<String, String> late = Map.of("act", "publish", "seen", "0", "revision", "0", "take", "Eve is right");
        HttpResponse<String> refused = eve.post(path("S1.7"), late, token(eve));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Ada is right", "Eve is right");
        assertThat(mary.page("S1.7")).contains("Ada is right").doesNotContain("Eve is right");
        Map<String, String> back = Map.of("seen", "0");
        assertThat(eve.post(path("S1.7/built-in"), back, token(eve)).statusCode())
                .isEqualTo(409);
        assertThat(mary.page("S1.7")).contains("Ada is right");
        Map<String, String> chosen = Map.of("act", "publish", "seen", "1", "revision", "0", "take", "Eve is right");
        assertThat(eve.post(path("S1.7"), chosen, token(eve)).statusCode()).isEqualTo(302);
        assertThat(mary.page("S1.7")).contains("Eve is right");
    }

    /** The row that was added first has the smaller number, and is committed last. */
    @Test
    void textWhenItIsCommittedAfterALaterOneThenItHoldsAsWell() throws Exception {
        long here = ada.member().district();
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> slow = other.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                rows.add(here, "S1.2", 1, "---\ntake: Ours\n---\nWalrus words\n", 0, 0);
                added.countDown();
                await(read);
            }));
            await(added);
            rows.add(here, "S1.7", 1, "---\ntake: Ours\n---\nLemur words\n", 0, 0);
            catalogs.forget();
            assertThat(mary.page("S1.7")).contains("Lemur words");
            read.countDown();
            slow.get(10, TimeUnit.SECONDS);
        }
        catalogs.forget();
        assertThat(mary.page("S1.2")).contains("Walrus words");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void draftWhenSomebodyElsePublishesBringsBackOrGoesOnThenItStays() {
        SignedIn eve = course.administrator("Eve Stone");
        save("S1.7", "publish", Map.of("take", "Once published"));
        Map<String, String> unchanged = new HashMap<>(Map.of("act", "publish", "seen", "1", "revision", "0"));
        String holds = texts.source(texts.text("S1.7").orElseThrow());
        TextFields.of(EditableText.Shape.READING, holds).forEach(field -> unchanged.put(field.name(), field.value()));
        unchanged.put("take", "Once published");
        save("S1.7", "keep", Map.of("take", "Ada goes on writing"));
        assertThat(eve.post(path("S1.7"), unchanged, token(eve)).statusCode()).isEqualTo(409);
        HttpResponse<String> again = eve.post(path("S1.7/again"), Map.of("version", "1"), token(eve));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Ada goes on writing", "Once published");
        assertThat(eve.post(path("S1.7/built-in"), Map.of("seen", "1"), token(eve))
                        .statusCode())
                .isEqualTo(302);
        assertThat(eve.post(path("S1.7/drop"), Map.of("revision", "7"), token(eve))
                        .statusCode())
                .isEqualTo(409);
        assertThat(page("S1.7")).contains("Ada goes on writing", "back to the built-in text");
        post("S1.7/drop", Map.of());
        assertThat(page("S1.7")).doesNotContain("Ada goes on writing");
    }

    @Test
    void sessionWhenWrittenAsItsFileThenTrainerNotesChangeTooAndABrokenDraftOpensSo() {
        String source = builtIn("session-1");
        String ours = source.replaceFirst("(?m)^trainer:\n", "trainer:\n  # ours\n");
        assertThat(ours).isNotEqualTo(source);
        assertThat(page("session-1")).contains("?as=file").doesNotContain("name=\"source\"");
        assertThat(ada.get(path("session-1") + "?as=file").body()).contains("name=\"source\"", "value=\"file\"");
        assertThat(save("session-1", "publish", Map.of("as", "file", "source", ours))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ada.get(path("session-1") + "?as=file").body()).contains("# ours");
        save("session-1", "keep", Map.of("as", "file", "source", "title: [broken"));
        assertThat(page("session-1")).contains("title: [broken", "name=\"source\"");
        assertThat(list()).contains("Draft");
    }

    @Test
    void filmWhenCaptionsAreConfirmedThenALinkBesideTheScene() {
        String film = "https://videos.example.org/scene?id=1&t=2";
        for (Map<String, String> wrong : List.of(
                Map.of("address", film),
                Map.of("address", "http://videos.example.org/x", "captions", "yes"),
                Map.of("address", "javascript:alert(1)", "captions", "yes"),
                Map.of("address", "https://user:secret@example.org/x", "captions", "yes"))) {
            assertThat(post("S1.5/film", wrong).statusCode()).isEqualTo(422);
        }
        assertThat(mary.page("S1.5")).doesNotContain("Watch the video");
        assertThat(post("S1.5/film", Map.of("address", film, "captions", "yes")).statusCode())
                .isEqualTo(302);
        assertThat(mary.page("S1.5"))
                .contains("Watch the video (captions: yes)", "href=\"" + film.replace("&", "&amp;") + "\"", "noopener");
        assertThat(new Coach(members.coach()).page("S1.5")).doesNotContain("Watch the video");
        assertThat(post("S1.2/film", Map.of("address", film, "captions", "yes")).statusCode())
                .isEqualTo(404);
        post("S1.5/film", Map.of("remove", "yes"));
        assertThat(mary.page("S1.5")).doesNotContain("Watch the video");
        assertThat(audited())
                .containsExactly(
                        "training.film-added text:film-S1.5 version 1",
                        "training.film-removed text:film-S1.5 version 2");
    }

    @Test
    void pagesWhenNotOfThisDistrictThenNobodyElseReadsOrWrites() {
        SignedIn stranger = members.administrator();
        for (String rest : List.of("", "/texts/S1.2", "/texts/sheet-value-test")) {
            assertThat(ada.get(district + rest).statusCode()).isEqualTo(200);
            assertThat(stranger.get(district + rest).statusCode()).isIn(401, 403, 404);
            for (SignedIn who : List.of(mary.who(), course.participant("Dana Reed"), course.observer("Olga Stone"))) {
                assertThat(who.get(district + rest).statusCode()).isIn(401, 403, 404);
            }
        }
        Map<String, String> sent = Map.of("act", "publish", "text", OURS);
        assertThat(stranger.post(path("S1.2"), sent).statusCode()).isIn(401, 403, 404);
        assertThat(mary.who().post(path("S1.2"), sent).statusCode()).isIn(401, 403, 404);
        assertThat(ada.get(district + "/texts/S9.9").statusCode()).isEqualTo(404);
        assertThat(post("S1.2/again", Map.of("version", "7")).statusCode()).isEqualTo(404);
        assertThat(mary.page("S1.2")).doesNotContain(OURS);
    }

    @Test
    void sessionPageWhenTheDistrictHasWordsOfItsOwnThenAsFewStatementsAsWithout() {
        int without = Statements.warm(changes::heard, mary::sessionPage).size();
        save("S1.2", "publish", Map.of("text", OURS));
        assertThat(Statements.warm(changes::heard, mary::sessionPage)).hasSizeLessThanOrEqualTo(without);
    }

    private String list() {
        return ada.get(district).body();
    }

    private String path(String key) {
        return district + "/texts/" + key;
    }

    private String page(String key) {
        return ada.get(path(key)).body();
    }

    /** As the form sends it: with the number of the draft that the page shows. */
    private HttpResponse<String> save(String key, String act, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(seen(key));
        sent.putAll(fields);
        sent.put("act", act);
        return ada.post(path(key), sent, token(ada));
    }

    private Map<String, String> seen(String key) {
        String page = page(key);
        return Map.of(
                "seen", page.replaceAll("(?s).*?name=\"seen\" value=\"(\\d+)\".*", "$1"),
                "revision", page.replaceAll("(?s).*name=\"revision\" form=\"text\" value=\"(\\d+)\".*", "$1"));
    }

    private HttpResponse<String> post(String rest, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(seen(rest.replaceAll("/.*", "")));
        sent.putAll(fields);
        return ada.post(path(rest), sent, token(ada));
    }

    private String builtIn(String key) {
        return texts.source(texts.text(key).orElseThrow());
    }

    /** The page on which trainers mark Mary's worksheet. */
    private String sheet(SignedIn trainer) {
        return trainer.at("/training/worksheets/" + mary.who().member().id() + "/S1.8");
    }

    private String token(SignedIn who) {
        return who.get(path("S1.2")).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private int version(String key) {
        return jdbc.sql("select max(answers) from training_text where district_id = ? and text_key = ?")
                .params(ada.member().district(), key)
                .query(Integer.class)
                .single();
    }

    private List<String> audited() {
        return jdbc.sql("select concat(act, ' ', subject, ' ', details) from audit_entry where district_id = ?"
                        + " and act like 'training.%' order by id")
                .param(ada.member().district())
                .query((row, index) -> row.getString(1))
                .list();
    }
}
