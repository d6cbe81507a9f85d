package org.peercoach.course.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.shared.ProblemPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

@ApplicationTest
class OperatorEntryTests {

    /** As in application.yaml. */
    private static final String UNLOGGED = "org.peercoach.no-access-log";

    @Autowired
    OperatorEntryController controller;

    @Test
    void linkWhenLookedAtOrUsedThenTheAccessLogLeavesItOut() {
        MockHttpServletRequest look = new MockHttpServletRequest("GET", "/operator/enter/x");
        assertThatThrownBy(() -> controller.ask("x", new ExtendedModelMap(), look, new MockHttpServletResponse()))
                .isInstanceOf(ProblemPage.Thrown.class);
        assertThat(look.getAttribute(UNLOGGED)).isEqualTo(true);
        MockHttpServletRequest use = new MockHttpServletRequest("POST", "/operator/enter/x");
        assertThatThrownBy(() -> controller.enter("x", "", use, new MockHttpServletResponse()))
                .isInstanceOf(ProblemPage.Thrown.class);
        assertThat(use.getAttribute(UNLOGGED)).isEqualTo(true);
    }
}
