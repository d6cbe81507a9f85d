package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestMembers;
import org.peercoach.gradebook.DeliveryStatus;
import org.peercoach.gradebook.Gradebook;
import org.springframework.beans.factory.annotation.Autowired;

/** A coach fills in a worksheet, hands it in, changes it and hands it in again. */
@ApplicationTest
class WorksheetTests {

    private static final String PLAN = "S1.8";
    private static final String INTRODUCTION = "S2.8";

    @Autowired
    TestMembers members;

    @Autowired
    Gradebook gradebook;

    private Coach mary;
    private Map<String, String> filled;
    private String text;

    @BeforeEach
    void signIn() {
        mary = new Coach(members.coach());
        filled = TestFields.filled(TestContent.work(PLAN), "First words");
        text = TestFields.firstText(TestContent.work(PLAN));
    }

    @Test
    void pageWhenNewThenFieldsAndWhoSeesThem() {
        assertThat(mary.page(PLAN))
                .contains("name=\"" + text + "\"", "(required)", "Hand it in", "This worksheet stands in")
                .contains("Trainers of your course read what you hand in")
                .doesNotContain("What you have handed in", "is not ready yet");
    }

    @Test
    void draftWhenSavedThenEveryFieldIsThereAgain() {
        Map<String, String> draft = new HashMap<>(filled);
        draft.remove(text);
        assertThat(mary.open(PLAN).autosave(draft).statusCode()).isEqualTo(204);
        String page = mary.page(PLAN);
        for (FieldGroup group : TestContent.work(PLAN).groups()) {
            group.cells(FieldGroup.ONCE)
                    .filter(cell -> draft.containsKey(cell.name()))
                    .forEach(cell -> assertThat(page).containsPattern(kept(cell, draft.getOrDefault(cell.name(), ""))));
        }
        assertThat(points()).isZero();
    }

    private static String kept(FieldGroup.Cell cell, String value) {
        return switch (cell.field().kind()) {
            case TEXT -> ">" + value + "</textarea>";
            case LINE, NUMBER, DATE -> "value=\"" + value + "\"";
            case ONE_OF, SOME_OF, TICK -> "name=\"" + cell.name() + "\" value=\"" + value + "\"[^>]* checked";
        };
    }

    @Test
    void handInWhenAFieldIsMissingThenSaidBesideItAndNothingIsLost() {
        Map<String, String> most = new HashMap<>(filled);
        most.put(text, " ");
        HttpResponse<String> answer = mary.open(PLAN).finish(most);
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).endsWith("?tooShort#answer");
        assertThat(mary.who().get(mary.path(PLAN) + "?tooShort").body())
                .contains("One field is not ready yet", "Fill this in.", "First words")
                .containsPattern("id=\"answer\"[\\s\\S]*href=\"#f-" + text.replace('.', '-') + "\"")
                .containsOnlyOnce("aria-invalid=\"true\"");
        assertThat(points()).isZero();
        assertThat(mary.page(PLAN)).doesNotContain("What you have handed in");
    }

    @ParameterizedTest
    @CsvSource({"'', Fill this in.", "'Early', so far there is one.", "'Early to bed', so far there are 3."})
    void handInWhenWordsAreTooFewThenSaidHowManyAndNothingIsLost(String words, String said) {
        List<FieldGroup> groups = TestContent.work(INTRODUCTION).groups();
        String longText = groups.stream()
                .flatMap(group -> group.cells(FieldGroup.ONCE))
                .filter(cell -> cell.field().minWords() != null)
                .map(FieldGroup.Cell::name)
                .findFirst()
                .orElseThrow();
        Map<String, String> most = TestFields.filled(TestContent.work(INTRODUCTION), "First words");
        most.put(longText, words);

        mary.open(INTRODUCTION).finish(most);

        HttpResponse<String> page = mary.who().get(mary.path(INTRODUCTION) + "?tooShort");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("One field is not ready yet", said, ">" + words + "</textarea>", "First words");
    }

    @Test
    void handInWhenAllIsThereThenPointsAndTheVersionIsKept() {
        assertThat(mary.fillIn(PLAN, "First words")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("#done");
        assertThat(points()).isEqualTo(4);
        assertThat(mary.page(PLAN))
                .contains(
                        "id=\"done\"",
                        "Version 1, handed in",
                        "Hand it in again",
                        "has not looked at this version yet");
    }

    @Test
    void handInWhenChangedAndAgainThenBothVersionsAndPointsStay() {
        mary.fillIn(PLAN, "First words");
        mary.open(PLAN).autosave(Map.of(text, "Second words in the making"));
        assertThat(mary.page(PLAN)).contains("You have changed it since you handed it in");
        mary.fillIn(PLAN, "Second words");
        mary.fillIn(PLAN, "Second words");
        assertThat(mary.page(PLAN))
                .contains("Version 2, handed in", "Version 1, handed in", "First words and")
                .doesNotContain("Version 3", "You have changed it since");
        assertThat(points()).isEqualTo(4);
    }

    @Test
    void leaveOrEnterWhenWithoutScriptThenKeptAndNotHandedIn() {
        Coach.Tab tab = mary.open(PLAN);
        assertThat(tab.leave(filled).headers().firstValue("Location").orElseThrow())
                .endsWith("/training/sessions/1");
        Map<String, String> entered = new HashMap<>(filled);
        entered.put("keep", "1");
        assertThat(mary.open(PLAN)
                        .finish(entered)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(PLAN);
        assertThat(points()).isZero();
        assertThat(mary.page(PLAN)).contains("First words");
    }

    @Test
    void printWhenOwnThenAllFieldsAlsoEmptyOnes() {
        mary.open(PLAN).autosave(Map.of(text, "Only this"));
        HttpResponse<String> page = mary.who().get(mary.path(PLAN) + "/print");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Only this", "Not filled in", "Not handed in yet")
                .doesNotContain("<textarea");
        assertThat(mary.who().get(mary.path("S1.3") + "/print").statusCode()).isEqualTo(404);
    }

    @Test
    void secondTabWhenFieldsDifferThenOnlyTheseAreAskedForAndNothingIsLost() {
        Map<String, String> base = new HashMap<>(filled);
        mary.open(PLAN).autosave(base);
        Coach.Tab first = mary.open(PLAN);
        Coach.Tab second = mary.open(PLAN);
        Map<String, String> mine = new HashMap<>(base);
        mine.put(text, "From the first window");
        first.autosave(mine);
        Map<String, String> other = new HashMap<>(base);
        other.put(text, "From the second window");
        assertThat(second.autosave(other).statusCode()).isEqualTo(409);
        HttpResponse<String> choice = second.finish(other);
        assertThat(choice.statusCode()).isEqualTo(409);
        assertThat(choice.body())
                .contains("There are two versions of one field", "From the first window", "From the second window")
                .contains("Both, one after the other");
        assertThat(choice.body().split("<fieldset", -1)).hasSize(2);
        Map<String, String> chosen = new HashMap<>(Map.of("keep", "1", text, "From the first window, and the second"));
        java.util.regex.Pattern.compile("name=\"(version|writer)\" value=\"([0-9a-f]+)\"")
                .matcher(choice.body())
                .results()
                .forEach(found -> chosen.putIfAbsent(found.group(1), found.group(2)));
        assertThat(mary.who().post(mary.path(PLAN), chosen).statusCode()).isEqualTo(302);
        assertThat(mary.page(PLAN)).contains("From the first window, and the second");
    }

    @Test
    void dataWhenAskedForThenEveryVersion() {
        mary.fillIn(PLAN, "First words");
        mary.fillIn(PLAN, "Second words");
        assertThat(mary.who().get(mary.who().at("/my-data/download")).body())
                .contains("First words and", "Second words and", "\"activity\" : \"S1.8\"");
    }

    @Test
    void worksheetOfAPracticeWhenReadThenNotForTrainers() {
        List<ActivityContent> practices = TestContent.CATALOG.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .filter(activity -> activity.kind() == Kind.PRACTISE)
                .toList();
        assertThat(practices).isNotEmpty().noneMatch(ActivityContent::marked);
        assertThat(TestContent.activity(PLAN).marked()).isTrue();
    }

    private int points() {
        return gradebook
                .status(mary.who().member().course(), mary.who().member().id(), "session-1")
                .map(DeliveryStatus::points)
                .orElse(0);
    }
}
