package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questionnaires are read into records, and what is wrong in a file is found with its place. */
class InstrumentTests {

    @Test
    void shippedWhenReadThenThreeWithoutAFault() {
        assertThat(InstrumentFiles.all())
                .extracting(Instrument::key)
                .containsExactly("coach-skills", "needs-assessment", "programme-survey");
        assertThat(new InstrumentCatalog().all())
                .allMatch(one -> InstrumentRules.faults(one).isEmpty());
        assertThat(new InstrumentCatalog().all())
                .extracting(one -> one.items().size())
                .containsExactly(18, 20, 12);
    }

    @Test
    void smallWhenReadThenWhole() {
        Instrument small = TestInstruments.small();
        assertThat(InstrumentRules.faults(small)).isEmpty();
        assertThat(small.asksForHelp()).isTrue();
        assertThat(small.questions())
                .extracting(Instrument.Open::kind)
                .containsExactly(Instrument.OpenKind.LINE, Instrument.OpenKind.SOME_OF, Instrument.OpenKind.ONE_OF);
        assertThat(small.items().getFirst().codes()).containsExactly("ISTE 2.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: A2 | code: A1 | codes have no keys",
                "title: Aims | title: ' ' | domain aims is empty",
                "value: 2, | value: 0, | scale does not go up",
                "text: I look. | text: '' | item A2 is empty",
                "key: small | key: Small one | is no key",
                "minutes: 2 | minutes: 0 | minutes are not positive",
                "kind: line, | kind: one-of, | open times options",
                "key: show, | key: plan, | open help options have no keys",
                "comment: Anything else? | comment: \"  \" | comment is empty",
                "version: 1 | version: 0 | version is not positive",
                "lead: Two statements. | comment2: x | unknown"
            })
    void fileWhenSpoiledThenTheFaultIsNamed(String right, String wrong, String fault) {
        assertThat(TestInstruments.SMALL).contains(right);
        String spoiled = TestInstruments.SMALL.replace(right, wrong);
        if (fault.equals("unknown")) {
            assertThatThrownBy(() -> TestInstruments.parse(spoiled)).hasMessageContaining("comment2");
        } else {
            assertThat(InstrumentRules.faults(TestInstruments.parse(spoiled))).anyMatch(found -> found.contains(fault));
        }
    }

    @Test
    void fileWhenAKeyStandsThereTwiceThenRefusedWithItsPlace() {
        String spoiled = TestInstruments.SMALL + "minutes: 3\n";
        assertThatThrownBy(() -> TestInstruments.parse(spoiled)).hasMessageContainingAll("small.yaml", "minutes");
    }
}
