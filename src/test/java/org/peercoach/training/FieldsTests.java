package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Groups of fields: what is kept, what is missing, rows that come and go, and each content rule broken once. */
class FieldsTests {

    private static final Field NAME = field("name", Field.Kind.LINE, true);
    private static final Field GOAL = field("goal", Field.Kind.TEXT, false);
    private static final FieldGroup TEACHERS =
            new FieldGroup("teachers", "Teachers", null, new FieldGroup.Repeat(2, 4, "Teacher"), List.of(NAME, GOAL));
    private static final Field HOURS = new Field(
            "hours",
            "Hours",
            Field.Kind.NUMBER,
            true,
            null,
            null,
            null,
            BigDecimal.ZERO,
            new BigDecimal("40"),
            null,
            false);
    private static final Field ROLES = new Field(
            "roles",
            "Roles",
            Field.Kind.SOME_OF,
            true,
            null,
            List.of(new Field.Choice("plan", "Plan"), new Field.Choice("model", "Model")),
            null,
            null,
            null,
            null,
            false);
    private static final Field WHY =
            new Field("why", "Why", Field.Kind.TEXT, false, null, null, 3, null, null, null, false);
    private static final FieldGroup TIME = group(
            "time", HOURS, ROLES, WHY, field("day", Field.Kind.DATE, false), field("agreed", Field.Kind.TICK, true));
    private static final List<FieldGroup> GROUPS = List.of(TIME, TEACHERS);

    private static final Map<String, String> FILLED = Map.of(
            "time.hours", "0.5",
            "time.roles", "plan",
            "time.agreed", "yes",
            "teachers.1.name", "Dana",
            "teachers.2.name", "Ken");

    @Test
    void faultsWhenAllRequiredFilledThenNone() {
        assertThat(FieldFault.of(GROUPS, new Answer(FILLED))).isEmpty();
        assertThat(FieldEntry.progress(GROUPS, new Answer(FILLED))).isEqualTo(new Progress(5, 5, true));
    }

    /** A number in a message that tells one of a thing from many must come as a number. */
    @Test
    void faultWhenOfAnyRuleThenItsMessageCanBeSaid() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        List<FieldFault> faults = Stream.of(
                        Map.<String, String>of(),
                        Map.of("time.hours", "-1", "time.why", "one two", "time.day", "soon"),
                        Map.of("time.hours", "41", "time.why", "one"),
                        Map.of("time.hours", "many"))
                .flatMap(typed -> FieldFault.of(GROUPS, new Answer(typed)).stream())
                .toList();

        assertThat(faults.stream().map(FieldFault::rule).distinct())
                .containsExactlyInAnyOrder(FieldFault.Rule.values());
        assertThat(faults)
                .extracting(fault -> messages.getMessage(
                        "training.fields.fault." + fault.rule(), new Object[] {fault.want(), fault.have()}, Locale.US))
                .contains(
                        "Write at least 3 words; so far there are 2.",
                        "Write at least 3 words; so far there is one.",
                        "The number must be 0 or more.",
                        "The number must be 40 or less.");
    }

    @Test
    void faultsWhenNothingFilledThenEachRequiredFieldOfTheRowsThatMustBe() {
        assertThat(FieldFault.of(GROUPS, Answer.NONE))
                .extracting(fault -> fault.cell().name())
                .containsExactly("time.hours", "time.roles", "time.agreed", "teachers.1.name", "teachers.2.name");
    }

    @ParameterizedTest
    @CsvSource({
        "time.hours, '', MISSING",
        "time.hours, half a day, NUMBER",
        "time.hours, -1, LOW",
        "time.hours, '40,5', HIGH",
        "time.roles, '', CHOOSE",
        "time.agreed, '', TICK",
        "time.why, too short, WORDS",
        "time.day, tomorrow, DATE",
        "time.day, 2026-02-30, DATE",
        "teachers.2.name, ' ', MISSING",
        "teachers.3.goal, A row that was begun, MISSING"
    })
    void faultWhenOneFieldSpoiledThenThatRule(String name, String value, FieldFault.Rule rule) {
        assertThat(FieldFault.of(GROUPS, new Answer(FILLED).with(name, value)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "time.hours, 0",
        "time.hours, ' 12,5 '",
        "time.hours, 40.0",
        "time.why, These are three",
        "time.day, 2026-12-04",
        "teachers.3.name, A third one"
    })
    void faultWhenValueIsAllowedThenNone(String name, String value) {
        assertThat(FieldFault.of(GROUPS, new Answer(FILLED).with(name, value))).isEmpty();
    }

    @Test
    void formWhenSentThenOnlyOurFieldsAndOnlyWhatIsOffered() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.addAll("time.roles", List.of("", "model", "cook", "plan"));
        sent.addAll("time.agreed", List.of("", "yes"));
        sent.add("time.hours", "words stay, to be mended");
        sent.add("teachers.4.name", "Last");
        sent.add("teachers.5.name", "One too many"); // an older form may have more rows: its words are kept
        sent.add("other", "x");
        assertThat(draft(Entry.of(sent), Answer.NONE).fields())
                .isEqualTo(Map.of(
                        "time.roles", "plan,model",
                        "time.agreed", "yes",
                        "time.hours", "words stay, to be mended",
                        "teachers.4.name", "Last",
                        "teachers.5.name", "One too many"));
        MultiValueMap<String, String> cleared = new LinkedMultiValueMap<>();
        cleared.add("time.roles", "");
        assertThat(draft(Entry.of(cleared), Answer.NONE).fields()).isEqualTo(Map.of("time.roles", ""));
    }

    @Test
    void rowsWhenAddedThenUpToTheMost() {
        Answer answer = Answer.NONE;
        assertThat(TEACHERS.rows(answer)).containsExactly(1, 2);
        for (int press = 0; press < 5; press++) {
            answer = answer.with(draft(entry(Map.of("add", "teachers")), answer));
        }
        assertThat(TEACHERS.rows(answer)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void rowWhenTakenOutThenOthersMoveUpAndItComesBackWhole() {
        Answer before = new Answer(FILLED).with("teachers.3.name", "Eve").with("teachers.1.goal", "More talk");
        Answer without = before.with(draft(entry(Map.of("remove", "teachers.1")), before));
        assertThat(TEACHERS.rows(without)).containsExactly(1, 2);
        assertThat(without.text("teachers.1.name")).isEqualTo("Ken");
        assertThat(without.text("teachers.2.name")).isEqualTo("Eve");
        assertThat(without.text("teachers.3.name")).isEmpty();
        Answer back = without.with(draft(entry(Map.of("back", "teachers")), without));
        assertThat(back.text("teachers.3.name")).isEqualTo("Dana");
        assertThat(back.text("teachers.3.goal")).isEqualTo("More talk");
        assertThat(TEACHERS.keepsARemovedRow(back)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"teachers.3", "teachers.0", "teachers.x", "time.1", "teachers.1"})
    void rowWhenItMustStayOrIsNoneThenNothingIsTakenOut(String row) {
        Answer before = new Answer(FILLED);
        assertThat(draft(entry(Map.of("remove", row)), before)).isEqualTo(Answer.NONE);
    }

    @Test
    void answerWhenHandedInThenOnlyWhatIsFilledIn() {
        Answer draft = new Answer(FILLED).with("time.why", " ").with("teachers.rows", "3");
        assertThat(FieldEntry.answer(GROUPS, draft).fields()).isEqualTo(FILLED);
    }

    @Test
    void answersWhenATrainerReadsThenNothingAboutColleaguesAndANoteThatItIsLeftOut() {
        Field partner = new Field("who", "Who", Field.Kind.LINE, true, null, null, null, null, null, null, true);
        List<FieldGroup> groups = List.of(
                new FieldGroup(
                        "teachers", "Teachers", null, new FieldGroup.Repeat(1, 4, "Teacher"), List.of(partner, GOAL)),
                group("names", partner));
        Answer answer = new Answer(Map.of(
                "teachers.1.who", "Dana", "teachers.1.goal", "More talk", "teachers.2.who", "Ken", "names.who", "Eve"));
        AnswersPage.AnswersView trainers = AnswersPage.filled(groups, answer, AnswersPage.Reader.TRAINER);
        assertThat(trainers.toString()).contains("More talk", "Teacher 1").doesNotContain("Dana", "Ken", "Eve");
        assertThat(trainers.leftOut()).isTrue();
        assertThat(trainers.groups()).hasSize(1);
        AnswersPage.AnswersView own = AnswersPage.filled(groups, answer, AnswersPage.Reader.AUTHOR);
        assertThat(own.toString()).contains("Dana", "Ken", "Eve");
        assertThat(own.leftOut()).isFalse();
        Answer nobody = new Answer(Map.of("teachers.1.goal", "More talk"));
        assertThat(AnswersPage.filled(groups, nobody, AnswersPage.Reader.TRAINER)
                        .leftOut())
                .isFalse();
    }

    @Test
    void formWhenShownThenFaultsOnlyAfterATryAndRowsThatCanBeTakenOut() {
        Answer draft = new Answer(Map.of("teachers.3.name", "Eve"));
        FieldsPage.FormView calm = FieldsPage.of(GROUPS, draft, false, false);
        assertThat(calm.faults()).isEmpty();
        FieldsPage.GroupView teachers = calm.groups().getLast();
        assertThat(teachers.rows()).hasSize(3).allMatch(row -> row.place() != null);
        assertThat(teachers.mayAdd()).isTrue();
        FieldsPage.FormView tried = FieldsPage.of(GROUPS, draft, true, false);
        assertThat(tried.faults())
                .extracting(FieldsPage.FaultRow::label)
                .contains("Hours", "Teacher 1: Label", "Teacher 2: Label")
                .hasSize(5);
        assertThat(tried.groups()
                        .getFirst()
                        .rows()
                        .getFirst()
                        .fields()
                        .getFirst()
                        .described())
                .isEqualTo("f-time-hours-e");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("spoiled")
    void rulesWhenOneThingSpoiledThenThatOneIsNamed(FieldGroup group, String fault) {
        assertThat(FieldRules.faults("S1.8", List.of(group)))
                .singleElement()
                .satisfies(found -> assertThat(found).contains(fault));
    }

    static Stream<Arguments> spoiled() {
        Field.Choice choice = new Field.Choice("a", "A");
        return Stream.of(
                Arguments.of(group("Time", NAME), "kebab-case"),
                Arguments.of(group("time", NAME, NAME), "stands twice"),
                Arguments.of(group("time", with(NAME, List.of(choice), null)), "has options"),
                Arguments.of(group("time", field("a", Field.Kind.ONE_OF, true)), "has options"),
                Arguments.of(group("time", with(ROLES, List.of(choice, choice), null)), "stands twice"),
                Arguments.of(group("time", with(NAME, null, 3)), "counts words"),
                Arguments.of(
                        group(
                                "time",
                                new Field("a", "A", Field.Kind.LINE, true, null, null, null, null, null, "km", false)),
                        "limits or a unit"),
                Arguments.of(
                        group(
                                "time",
                                new Field(
                                        "a",
                                        "A",
                                        Field.Kind.NUMBER,
                                        true,
                                        null,
                                        null,
                                        null,
                                        BigDecimal.TEN,
                                        BigDecimal.ONE,
                                        null,
                                        false)),
                        "leave nothing"),
                Arguments.of(
                        new FieldGroup("t", "T", null, new FieldGroup.Repeat(3, 2, "One"), List.of(NAME)),
                        "cannot repeat"));
    }

    @Test
    void rulesWhenAllIsWellThenNone() {
        assertThat(FieldRules.faults("S1.8", GROUPS)).isEmpty();
    }

    @Test
    void rulesWhenAWorksheetRequiresNothingThenNamed() {
        Work.Worksheet sheet = new Work.Worksheet("Lead", List.of(group("time", GOAL)), null);
        UnaryOperator<ActivityContent> change = TestContent.working(sheet);
        assertThat(ContentRules.faults(TestContent.with("S1.8", change)))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("requires no field"));
    }

    private static Answer draft(Entry entry, Answer before) {
        return FieldEntry.draft(new Work.Worksheet("", GROUPS, null), entry.fields(), before);
    }

    private static Entry entry(Map<String, String> sent) {
        return Entry.of(sent);
    }

    private static FieldGroup group(String key, Field... fields) {
        return new FieldGroup(key, "Title", null, null, List.of(fields));
    }

    private static Field field(String key, Field.Kind kind, boolean required) {
        return new Field(key, "Label", kind, required, null, null, null, null, null, null, false);
    }

    private static Field with(Field field, @Nullable List<Field.Choice> options, @Nullable Integer minWords) {
        return new Field(
                field.key(),
                field.label(),
                field.kind(),
                field.required(),
                null,
                options,
                minWords,
                null,
                null,
                null,
                false);
    }
}
