package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class DeliveryWordsTests {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-11-26T22:42:00Z");

    private final DeliveryWords words = new DeliveryWords(bundle(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void read() {
        LocaleContextHolder.setLocale(Locale.US);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void sentWhenTodayThenOnlyTheTimeElseTheDayToo() {
        assertThat(sent("2026-11-26T16:42:00Z", CHICAGO)).isEqualTo("Sent 10:42\u00a0AM");
        assertThat(sent("2026-11-25T16:42:00Z", CHICAGO)).isEqualTo("Sent November\u00a025, 10:42\u00a0AM");
        assertThat(sent("2025-11-25T16:42:00Z", CHICAGO)).isEqualTo("Sent Nov\u00a025, 2025, 10:42\u00a0AM");
        assertThat(sent("2026-11-26T16:42:00Z", null))
                .as("whoever has no zone reads which it is")
                .isEqualTo("Sent 4:42\u00a0PM UTC");
    }

    @Test
    void nextTryWhenTomorrowThenTheDayIsSaid() {
        assertThat(waiting("2026-11-26T23:00:00Z")).endsWith("We try again at 5:00\u00a0PM.");
        assertThat(waiting("2026-11-27T07:00:00Z")).endsWith("We try again on November\u00a027, 1:00\u00a0AM.");
    }

    private String sent(String at, @Nullable ZoneId zone) {
        DeliveryStatus status = new DeliveryStatus(DeliveryStatus.State.SENT, 25, Instant.parse(at), null, null);
        return words.of(status, zone, false).word();
    }

    private @Nullable String waiting(String next) {
        DeliveryStatus status =
                new DeliveryStatus(DeliveryStatus.State.WAITING, 25, NOW, Reasons.NO_ANSWER, Instant.parse(next));
        return words.of(status, CHICAGO, false).text();
    }

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }
}
