package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Every text stays publishable over itself, and loses no key: not a field, option, question, card, node or row. */
    @Test
    void textWhenAKeyIsGoneThenAFaultThatNamesIt() {
        EditableText plan = text("S1.8");
        String source = TEXTS.source(plan);
        assertThat(RULES.faults(plan.file(), source, new TextRules.Past(source, List.of(source))))
                .isEmpty();
        for (String[] change : new String[][] {
            {"S1.8", "key: success", "key: triumph", "purpose.success is gone"},
            {"S1.8", "key: one-to-one,", "key: alone,", "structure.structure.one-to-one is gone"},
            {"S1.8", "label: I work with colleagues\n        kind: one-of", "label: W\n        kind: some-of", "is no longer"},
            {"S1.9", "key: q5", "key: q6", "q5 is gone"},
            {"S1.6", "boxes:\n  - key: ", "boxes:\n  - key: new-", "is gone"},
        }) {
            EditableText text = text(change[0]);
            assertThat(TEXTS.source(text)).contains(change[1]);
            String changed = TEXTS.source(text).replace(change[1], change[2]);
            if (RULES.faults(text.file(), changed).isEmpty()) {
                assertThat(RULES.faults(text.file(), changed, TextRules.Past.NONE))
                        .as(change[2])
                        .anySatisfy(fault -> assertThat(fault).contains(change[3]));
            } else {
                assertThat(change[0]).as("its cards name its boxes").isEqualTo("S1.6");
            }
        }
    }

    @Test
    void textWhenAKeyOfTheDistrictsOwnIsGoneThenAFaultUnlessItIsNotHeldAnyMore() {
        EditableText plan = text("S1.8");
        String shipped = TEXTS.source(plan);
        String own = shipped.replace("      - {key: leader, ", "      - {key: own, label: Ours, kind: text}\n      - {key: leader, ");
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
