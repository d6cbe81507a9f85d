package org.peercoach.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the launch doctor names is whom its cure asks. */
class WhoTests {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages", Locale.ROOT);
    private static final String OPERATOR = "whoever runs this server";

    @ParameterizedTest
    @EnumSource(
            value = LaunchCause.class,
            names = {"LMS_OFF", "LAUNCH_FAILED", "OTHER"})
    void whoWhenTheCureAsksTheOperatorThenTheOperator(LaunchCause cause) {
        assertThat(cure(cause)).contains(OPERATOR);
        assertThat(cause.who()).isEqualTo(Who.OPERATOR);
    }

    @ParameterizedTest
    @EnumSource(
            value = LaunchCause.class,
            names = {"DEPLOYMENT_PENDING", "DEPLOYMENT_OFF"})
    void cureWhenAdministratorsMayNotActThenSaysWhoMay(LaunchCause cause) {
        assertThat(cause.who()).isEqualTo(Who.US);
        assertThat(cure(cause)).contains("LMS connections", OPERATOR);
    }

    @Test
    void whoWhenReadAfterItsLabelThenASentenceCanBeRead() {
        for (Who who : Who.values()) {
            String words = WORDS.getString(who.key());
            assertThat(who == Who.NOBODY ? "" : words).doesNotContain(":");
        }
    }

    private static String cure(LaunchCause cause) {
        return WORDS.getString(cause.key() + ".cure");
    }
}
