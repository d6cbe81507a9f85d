package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No word is lost: autosave, two tabs, a lost session, a text that is too long. */
@ApplicationTest
class AutosaveTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    private Coach mary;

    @BeforeEach
    void signIn() {
        mary = new Coach(members.coach());
    }

    @Test
    void draftWhenSavedThenTimeAndVersionAndTextAfterRelaunch() {
        HttpResponse<String> answer =
                mary.open("S1.3").autosave(Map.of("text", "Half a <thought>", "share", "trainer"));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Pc-Version")).contains("1");
        assertThat(answer.headers().firstValue("Pc-Saved").orElseThrow()).matches("\\d{1,2}:\\d\\d");
        assertThat(mary.page("S1.3"))
                .contains("Half a &lt;thought&gt;", "3 of 60 words", "Saved ")
                .containsPattern("value=\"trainer\"\\s+checked");
    }

    @Test
    void draftWhenOfAnotherDayThenTheDayIsSaidToo() {
        mary.open("S1.3").autosave(Map.of("text", "Half a thought"));
        assertThat(mary.page("S1.3")).containsPattern("Saved \\d{1,2}:\\d\\d<");
        jdbc.sql("update training_activity_state set changed_at = ? where member_id = ?")
                .params(
                        LocalDateTime.of(2025, 11, 26, 16, 42),
                        mary.who().member().id().value())
                .update();
        assertThat(mary.page("S1.3")).contains("Saved Nov\u00a026, 2025, 4:42\u00a0PM");
    }

    @Test
    void draftOfACheckWhenSavedThenChosenAgain() {
        mary.open("S1.9").autosave(Map.of("q2", "c"));
        assertThat(mary.page("S1.9"))
                .containsPattern("name=\"q2\" value=\"c\"\\s+checked")
                .doesNotContain("Not every moment");
    }

    @Test
    void noteOfAReadingWhenSavedAndReadThenKept() {
        Coach.Tab tab = mary.open("S1.2");
        tab.autosave(Map.of("note", "Ask Dana about Thursday"));
        tab.finish(Map.of("note", "Ask Dana about Thursday!"));
        assertThat(mary.page("S1.2")).contains("Ask Dana about Thursday!", "id=\"done\"");
    }

    @Test
    void leaveForLaterWhenWithoutScriptThenSavedToo() {
        HttpResponse<String> answer = mary.open("S1.3").leave(Map.of("text", "Before the bell", "share", "me"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/training/sessions/1");
        assertThat(mary.page("S1.3")).contains("Before the bell");
        assertThat(mary.sessionPage()).contains("Pick up at activity 3");
    }

    @Test
    void secondTabWhenBehindThenNothingIsOverwrittenAndBothTextsAreOffered() {
        Coach.Tab first = mary.open("S1.3");
        Coach.Tab second = mary.open("S1.3");
        first.autosave(Map.of("text", "From the first window", "share", "me"));
        HttpResponse<String> refused = second.autosave(Map.of("text", "From the second window", "share", "me"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Pc-Version")).contains("1");
        assertThat(mary.page("S1.3")).contains("From the first window").doesNotContain("From the second window");

        HttpResponse<String> choice = second.leave(Map.of("text", "From the second window", "share", "me"));
        assertThat(choice.statusCode()).isEqualTo(409);
        assertThat(choice.body())
                .contains("There are two versions of your text", "From the first window", "From the second window");
        keep(choice, "From the second window");
        assertThat(mary.page("S1.3")).contains("From the second window").doesNotContain("From the first window");
    }

    private void keep(HttpResponse<String> choice, String text) {
        Map<String, String> form = new HashMap<>(Map.of("text", text, "later", "1", "share", "me"));
        var hidden = java.util.regex.Pattern.compile("name=\"(version|writer)\" value=\"([0-9a-f]+)\"")
                .matcher(choice.body());
        while (hidden.find()) {
            form.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        assertThat(mary.who().post(mary.path("S1.3"), form).statusCode()).isEqualTo(302);
    }

    @Test
    void sameTabWhenAnAnswerOfOursGotLostThenSavesAgain() {
        Coach.Tab tab = mary.open("S1.3");
        tab.autosave(Map.of("text", "One", "share", "me"));
        assertThat(tab.autosave(Map.of("text", "One and two", "share", "me")).statusCode())
                .isEqualTo(204);
        assertThat(mary.page("S1.3")).contains("One and two");
    }

    @Test
    void draftWhenSignedOutThen401AndNothingSaved() {
        Coach.Tab tab = mary.open("S1.3");
        String token = mary.who().csrf();
        Map<String, String> fields = new HashMap<>(tab.hidden());
        fields.put("text", "Typed too late");
        HttpResponse<String> answer = mary.who().withCookies("").post(mary.path("S1.3") + "/draft", fields, token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(mary.page("S1.3")).doesNotContain("Typed too late");
    }

    @Test
    void draftWhenTooLongThen413AndFormerTextStays() {
        Coach.Tab tab = mary.open("S1.3");
        tab.autosave(Map.of("text", "Former text", "share", "me"));
        String long_ = "word ".repeat(4_001);
        assertThat(tab.autosave(Map.of("text", long_)).statusCode()).isEqualTo(413);
        HttpResponse<String> page = tab.finish(Map.of("text", long_));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("This text is too long", "20,000 characters", "word word word");
        assertThat(mary.page("S1.3")).contains("Former text");
    }

    @Test
    void draftsWhenManyComeAtOnceThenNoneFails() {
        Coach.Tab tab = mary.open("S1.3");
        List<CompletableFuture<Integer>> saves = IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> tab.autosave(Map.of("text", "Number " + number, "share", "me"))
                                .statusCode()))
                .toList();
        assertThat(saves.stream().map(CompletableFuture::join)).containsOnly(204);
    }
}
