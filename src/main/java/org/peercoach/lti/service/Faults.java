package org.peercoach.lti.service;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.shared.GuardedHttp;

/** What an answer means for the caller (LTI-A18 to A20). Bodies are looked at for a few words, and never kept. */
class Faults {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Clock clock;

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** A refusal of a service call. */
    PlatformFault of(GuardedHttp.Answer answer) {
        return fault(kindOf(answer), answer);
    }

    /** A refusal of a score: there, bad requests are about the person (LTI-A18) or the time (LTI-A12). */
    PlatformFault ofScore(GuardedHttp.Answer answer) {
        Kind kind = switch (answer.status()) {
            case 400 -> speaksOfTime(answer) ? Kind.CONFLICT : Kind.NOT_GRADABLE;
            case 412, 422 -> Kind.NOT_GRADABLE;
            default -> kindOf(answer);
        };
        return fault(kind, answer);
    }

    /**
     * A refusal of a token request. Only a scope is final; everything else (our key not read yet, the tool not yet
     * switched on) heals when an administrator acts, without anybody here doing anything.
     */
    PlatformFault ofToken(GuardedHttp.Answer answer) {
        Kind kind = kindOf(answer);
        if (kind == Kind.THROTTLED) {
            return fault(kind, answer);
        }
        boolean scope = answer.status() / 100 == 4 && answer.body().contains("invalid_scope");
        return fault(scope ? Kind.NOT_ALLOWED : Kind.TRY_LATER, answer);
    }

    /** No answer at all. */
    PlatformFault of(GuardedHttp.Failed failed) {
        Kind kind = switch (failed.kind()) {
            case BAD_URL, BLOCKED_ADDRESS -> Kind.NOT_ALLOWED;
            case TOO_LARGE -> Kind.REFUSED;
            case DNS, TLS, REFUSED, TIMEOUT, OTHER -> Kind.TRY_LATER;
        };
        return new PlatformFault(kind, 0, null);
    }

    private static Kind kindOf(GuardedHttp.Answer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 -> Kind.NOT_ALLOWED;
            case 403 -> speaksOfRate(answer) ? Kind.THROTTLED : Kind.NOT_ALLOWED;
            case 404, 410 -> Kind.GONE;
            case 408, 425 -> Kind.TRY_LATER;
            case 409 -> Kind.CONFLICT;
            case 429 -> Kind.THROTTLED;
            default -> status >= 500 ? Kind.TRY_LATER : Kind.REFUSED;
        };
    }

    /** Canvas refuses with 403 when its bucket is full. */
    private static boolean speaksOfRate(GuardedHttp.Answer answer) {
        if (answer.body().toLowerCase(Locale.ROOT).contains("rate limit")) {
            return true;
        }
        try {
            return Double.parseDouble(answer.header("X-Rate-Limit-Remaining").orElse("1")) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Canvas answers 400 to a score that is older than the one it holds. */
    private static boolean speaksOfTime(GuardedHttp.Answer answer) {
        String body = answer.body().toLowerCase(Locale.ROOT);
        return body.contains("timestamp") && (body.contains("before") || body.contains("older"));
    }

    private PlatformFault fault(Kind kind, GuardedHttp.Answer answer) {
        return new PlatformFault(
                kind,
                answer.status(),
                answer.header("Retry-After").map(this::wait).orElse(null));
    }

    /** Seconds or a date (RFC 9110, 10.2.3); null when it is neither. */
    private @Nullable Duration wait(String text) {
        try {
            Duration wait = text.strip().chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(clock.instant(), date(text.strip()));
            Duration atLeast = wait.isNegative() ? Duration.ZERO : wait;
            return atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
