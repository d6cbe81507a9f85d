package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.shared.Markdown;
import org.peercoach.training.EditableText.Shape;

/** A district's texts: forms there and back, and every rule broken once. */
class TextFieldsTests {

    private static final TextRules RULES = new TextRules(TestContent.CATALOG, new Markdown());
    private static final EditableTexts TEXTS = new EditableTexts(TestContent.CATALOG, RULES);

    static List<EditableText> texts() {
        List<EditableText> all = new ArrayList<>(TEXTS.of(0));
        TestContent.CATALOG.sessions().forEach(session -> all.addAll(TEXTS.of(session.number())));
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void textWhenThroughItsFormThenStillTheSameAndWithoutFault(EditableText text) {
        String before = TEXTS.source(text);
        Map<String, String> sent = new HashMap<>();
        TextFields.of(text.shape(), before).forEach(field -> sent.put(field.name(), field.value()));
        String after = TextFields.source(text.shape(), sent, before);
        assertThat(RULES.faults(text.file(), after)).isEmpty();
        assertThat(TextFields.of(text.shape(), after)).isEqualTo(TextFields.of(text.shape(), before));
        new TextPreview(RULES, TestContent.CATALOG).of(text, after);
    }

    @Test
    void textsWhenCountedThenEverySessionEveryFileAndEverySheet() {
        assertThat(texts()).hasSizeGreaterThan(80);
        assertThat(TEXTS.text("S1.2"))
                .hasValueSatisfying(text -> assertThat(text.shape()).isEqualTo(Shape.READING));
        assertThat(TEXTS.text("S1.1")).isEmpty();
    }

    @Test
    void boxWhenItLooksLikeTheEndOfTheBlockThenItStaysInTheBox() {
        String before = TEXTS.source(text("S1.2"));
        String after = TextFields.source(Shape.READING, Map.of("take", "---\nversion: 9\n---\nX: y"), before);
        assertThat(TextFields.of(Shape.READING, after).getFirst().value()).isEqualTo("--- version: 9 --- X: y");
        assertThat(RULES.faults(text("S1.2").file(), after)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just words",
                "- a list",
                "label: [",
                "label: a\nlabel: b",
                "label: &a [*a]",
                "label: a\nhelp: b\nmin-words: many\nbegin: [c]",
                "label: a\nhelp: b\nmin-words: 1\nbegin: []",
                "label: a\nhelp: ''\nmin-words: 1\nbegin: [c]",
                "label: a\nhelp: b\nmin-words: 1\nbegin: [c]\nscript: d",
                "!!javax.script.ScriptEngineManager [a]"
            })
    void reflectionWhenWrongThenAFaultAndNothingThrown(String source) {
        assertThat(RULES.faults(text("S1.3").file(), source)).isNotEmpty();
    }

    @Test
    void reflectionWhenRightThenNoFault() {
        assertThat(RULES.faults(text("S1.3").file(), "label: a\nhelp: b\nmin-words: 1\nbegin: [c]"))
                .isEmpty();
    }

    @Test
    void sessionWhenPointsKindsOrFilesChangeThenEachIsAFault() {
        EditableText session = text("session-1");
        String source = TEXTS.source(session);
        assertThat(RULES.faults(session.file(), source)).isEmpty();
        for (String[] change : new String[][] {
            {"points: 25", "points: 26"},
            {"id: S1.1", "id: S1.99"},
            {"kind: READ", "kind: WATCH"},
            {"required: true", "required: false"},
            {"version: 1", "version: 2"},
            {"file: 02-why-workshops-fade.md", "file: ../sessions.yaml"},
            {"file: 02-why-workshops-fade.md", "file: 07-half-a-post.md"},
            {"instrument: coach-skills", "instrument: programme-survey"},
            {"sheet: partnership-agreement", "sheet: nowhere"}
        }) {
            assertThat(source).contains(change[0]);
            assertThat(RULES.faults(session.file(), source.replaceFirst(change[0], change[1])))
                    .as(change[1])
                    .isNotEmpty();
        }
    }

    @Test
    void fieldWhenItIsAboutAColleagueThenNoTextOpensItToTrainers() {
        EditableText log = texts().stream()
                .filter(text -> TEXTS.source(text).contains("partner: true"))
                .findFirst()
                .orElseThrow();
        String source = TEXTS.source(log);
        assertThat(RULES.faults(log.file(), source)).isEmpty();
        assertThat(RULES.faults(log.file(), source.replace("partner: true", "partner: false")))
                .anySatisfy(fault -> assertThat(fault).contains("about a colleague"));
    }

    /** Not a field, an option, a question, a card or what can be said in a talk. */
    @Test
    void textWhenAKeyIsGoneThenAFaultThatNamesIt() {
        EditableText plan = text("S1.8");
        String source = TEXTS.source(plan);
        assertThat(RULES.faults(plan.file(), source, new TextRules.Past(source, List.of(source))))
                .isEmpty();
        for (String[] change : new String[][] {
            {"S1.8", "key: success", "key: triumph", "purpose.success is gone"},
            {"S1.8", "key: one-to-one,", "key: alone,", "structure.structure.one-to-one is gone"},
            {
                "S1.8",
                "label: I work with colleagues\n        kind: one-of",
                "label: W\n        kind: some-of",
                "is no longer"
            },
            {"S1.9", "key: q5", "key: q6", "q5 is gone"},
            {"S1.6", "key: lamp", "key: bulb", "lamp is gone"},
            {"S3.6", "key: a\n        text: “Choice", "key: z\n        text: “Choice", "n0.a is gone"},
        }) {
            EditableText text = text(change[0]);
            assertThat(TEXTS.source(text)).contains(change[1]);
            String changed = TEXTS.source(text).replace(change[1], change[2]);
            assertThat(RULES.faults(text.file(), changed, TextRules.Past.NONE))
                    .as(change[2])
                    .anySatisfy(fault -> assertThat(fault).contains(change[3]));
        }
    }

    @Test
    void textWhenAKeyOfTheDistrictsOwnIsGoneThenAFaultUnlessItIsNotHeldAnyMore() {
        EditableText plan = text("S1.8");
        String shipped = TEXTS.source(plan);
        String own = shipped.replace(
                "      - {key: leader, ", "      - {key: own, label: Ours, kind: text}\n      - {key: leader, ");
        assertThat(RULES.faults(plan.file(), shipped, new TextRules.Past(own, List.of(own))))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("header.own is gone"));
        assertThat(RULES.faults(plan.file(), shipped, new TextRules.Past(null, List.of(own))))
                .isEmpty();
    }

    @Test
    void faultWhenAKeyIsUnknownThenItsLineIsTold() {
        String source = "setting: The hall\nlines:\n  - text: Hello\n    shout: yes\n";
        assertThat(TextFaults.of(RULES.faults(text("S1.5").file(), source), source))
                .extracting(TextFaults.FaultView::line)
                .containsExactly(4);
        String broken = "setting: The hall\nlines:\n  - text: [Hello\n";
        assertThat(TextFaults.of(RULES.faults(text("S1.5").file(), broken), broken))
                .extracting(TextFaults.FaultView::line)
                .doesNotContainNull();
    }

    @Test
    void aliasesWhenTheyUnfoldWithoutEndThenAFaultBeforeAnyMemoryIsFilled() {
        StringBuilder bomb = new StringBuilder("a: &a [" + "1,".repeat(40_000) + "1]\n");
        for (char name = 'b'; name <= 'g'; name++) {
            String last = "*" + (char) (name - 1);
            bomb.append(name + ": &" + name + " [" + last + "," + last + "," + last + "]\n");
        }
        String words = "a: &a " + "w".repeat(60_000) + "\nb: [" + "*a,".repeat(10_000) + "*a]\n";
        for (String source : List.of(bomb.toString(), words)) {
            assertThat(source.length()).isLessThan(TextRules.LONGEST);
            assertThat(RULES.faults(text("S1.9").file(), source))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault).contains("written out this is too long"));
        }
        assertThat(TEXTS.source(text("S3.10"))).contains("*");
    }

    @Test
    void faultWhenItRepeatsALongKeyThenItsLineIsToldAtOnce() {
        StringBuilder source = new StringBuilder("pass: 1\n? \"");
        for (int word = 0; word < 8000; word++) {
            source.append("w").append(word).append(' ');
        }
        source.append("\"\n: 2\nquestions: []\n").append("#\n".repeat(10_000));
        List<String> faults = RULES.faults(text("S1.9").file(), source.toString());
        assertThat(faults).isNotEmpty();
        assertTimeout(Duration.ofSeconds(5), () -> TextFaults.of(faults, source.toString()));
    }

    @ParameterizedTest(name = "{index}") // no report could hold them
    @ValueSource(
            strings = {
                "\u2028---\u2028a\u0085---\u0085b",
                "a\u0001\u0002b",
                "a\u0000b",
                "a\uD800b",
                "a\u2029b",
                "a\uFFFFb"
            })
    void fieldWhenItHoldsWhatNoFileMayHoldThenABlankInItsPlace(String typed) {
        String before = TEXTS.source(text("S1.2"));
        String after = TextFields.source(Shape.READING, Map.of("take", typed, "text", typed + "\n\tmore"), before);
        assertThat(RULES.faults(text("S1.2").file(), after)).isEmpty();
        List<TextFields.FieldView> fields = TextFields.of(Shape.READING, after);
        assertThat(fields.getFirst().value()).startsWith(typed.startsWith("a") ? "a b" : "--- a --- b");
        assertThat(fields.getLast().value()).endsWith("b\n\tmore").doesNotContain(typed);
        String file = TextFields.source(Shape.SOURCE, Map.of("source", typed), before);
        assertThat(file).isNotEqualTo(typed).endsWith("b");
    }

    @Test
    void sceneWhenItsFileNamesAVideoThenOnlyTheDistrictsOwnCounts() {
        String source = "setting: Hall\nlines: [{text: Hello}]\nvideo: javascript:alert(1)\n";
        Work.Scene scene = (Work.Scene) RULES.files(OwnTexts.of(text("S1.5").file(), source))
                .session(TestContent.CATALOG.titles().getFirst())
                .activity("S1.5")
                .orElseThrow()
                .work();
        assertThat(scene.video()).isNull();
    }

    private static EditableText text(String key) {
        return TEXTS.text(key).orElseThrow();
    }
}
