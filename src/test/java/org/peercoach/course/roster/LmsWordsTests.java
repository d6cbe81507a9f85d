package org.peercoach.course.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LmsWordsTests {

    @Test
    void storedWhenMoreThanAColumnHoldsThenWholeRolesOnly() {
        String stored = LmsWords.stored(Collections.nCopies(500, "Instructor"));
        assertThat(stored).hasSizeLessThanOrEqualTo(4000).endsWith("Instructor");
        assertThat(LmsWords.ofStored(stored)).isEqualTo(LmsWords.INSTRUCTOR);
    }

    @Test
    void storedWhenOneRoleAloneIsTooLongThenCut() {
        assertThat(LmsWords.stored(List.of("x".repeat(5000), "Learner"))).isEqualTo("x".repeat(4000));
        assertThat(LmsWords.stored(List.of("Learner", "x".repeat(5000)))).isEqualTo("Learner");
    }
}
