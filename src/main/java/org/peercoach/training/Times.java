package org.peercoach.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.springframework.context.i18n.LocaleContextHolder;

/** Dates and times in a member's own zone and language. */
record Times(Member member) {

    @Nullable
    String date(@Nullable Instant at) {
        return at == null ? null : format(at, "d MMMM");
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM", LocaleContextHolder.getLocale()).format(day);
    }

    String time(Instant at) {
        return format(at, "H:mm");
    }

    String full(Instant at) {
        return format(at, "d MMMM, H:mm");
    }

    private String format(Instant at, String pattern) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(pattern, locale)
                .withZone(member.zone())
                .format(at);
    }
}
