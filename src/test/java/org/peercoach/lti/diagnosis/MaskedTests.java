package org.peercoach.lti.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be kept of a value that an LMS sent. */
class MaskedTests {

    @ParameterizedTest
    @CsvSource({
        "client-1, client-1",
        "https://lms.example/launch?user=4#x, https://lms.example/launch",
        "https://mary:secret@lms.example/, https://lms.example/",
        "mary.ellis@lincoln.example, •••",
        "to mary.ellis@lincoln.example now, to ••• now",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI0In0.abc, •••",
        "1.3.0, 1.3.0",
        "https://a.example · client, https://a.example · client"
    })
    void textWhenItMayTellOfAPersonThenHidden(String value, String kept) {
        assertThat(Masked.text(value)).isEqualTo(kept);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void textWhenNothingIsThereThenNull(String value) {
        assertThat(Masked.text(value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 5000})
    void textWhenLongThenFitsTheColumn(int length) {
        assertThat(Masked.text("x".repeat(length))).hasSizeLessThanOrEqualTo(255);
        assertThat(Masked.text("x" + "😀".repeat(length)))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("…");
    }
}
