package org.peercoach.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTests {

    @Test
    void nextWhenAskedOftenThenNeverTwiceTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            CertificateNumber next = CertificateNumber.next();
            assertThat(seen.add(next.value())).isTrue();
            assertThat(next.shown()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(CertificateNumber.read(next.shown())).hasValue(next);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7KQ4-M2XP-9TRB-H5WD-1O3V", "7kq4m2xp9trbh5wdl03v", " 7KQ4 M2XP 9TRB H5WD I03V "})
    void readWhenTypedFromPaperThenTheSame(String typed) {
        assertThat(CertificateNumber.read(typed)).hasValue(new CertificateNumber("7KQ4M2XP9TRBH5WD103V"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQ4", "7KQ4-M2XP-9TRB-H5WD-103U", "7KQ4-M2XP-9TRB-H5WD-103VV", "%00%00"})
    void readWhenNoNumberOfOursThenEmpty(String typed) {
        assertThat(CertificateNumber.read(typed)).isEmpty();
        assertThat(CertificateNumber.read("-".repeat(10_000))).isEmpty();
    }
}
