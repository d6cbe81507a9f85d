package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peercoach.course.Roster;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers the points of one person. The send is stored before the call, so after a crash or a time-out it is repeated
 * with the same content and time, and a 409 to such a repeat means that it had arrived (ruling 36).
 */
@Component
class ScoreDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreDelivery.class);

    private final Outbox outbox;
    private final Roster roster;
    private final AssignmentAndGradeService service;
    private final LineItems lineItems;
    private final Backoff backoff;
    private final Clock clock;

    ScoreDelivery(
            Outbox outbox,
            Roster roster,
            AssignmentAndGradeService service,
            LineItems lineItems,
            Backoff backoff,
            Clock clock) {
        this.outbox = outbox;
        this.roster = roster;
        this.service = service;
        this.lineItems = lineItems;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** One send on its way. */
    private record Send(DueScore row, String user, Destination destination, Sending sending, boolean repeat) {
        Send with(Sending other) {
            return new Send(row, user, destination, other, false);
        }
    }

    Outcome deliver(DueScore row, Round round) {
        try {
            Destination destination = round.destination(row.course(), row.key().activity());
            if (destination.keptReason() != null) {
                outbox.keep(row, destination.keptReason(), clock.instant());
                return Outcome.NOT_ASKED;
            }
            Optional<String> user = roster.platformUser(row.course(), row.key().member());
            if (user.isEmpty()) {
                outbox.keep(row, Reasons.NO_PERSON, clock.instant());
                return Outcome.NOT_ASKED;
            }
            return send(prepare(row, user.get(), destination), round);
        } catch (PlatformFault fault) {
            return notSent(row, false, fault);
        }
    }

    private Send prepare(DueScore row, String user, Destination destination) {
        Sending repeat = row.repeat(destination.requireUrl());
        Sending sending = repeat != null ? repeat : row.first(clock.instant(), destination.requireUrl());
        return new Send(row, user, destination, sending, repeat != null);
    }

    private Outcome send(Send send, Round round) {
        try {
            return post(send);
        } catch (PlatformFault fault) {
            return switch (fault.kind()) {
                case CONFLICT -> send.repeat() ? confirmed(send) : afterConflict(send);
                case GONE -> afterGone(send, round, fault);
                default -> notSent(send.row(), send.repeat(), fault);
            };
        }
    }

    private Outcome post(Send send) {
        if (!outbox.claim(send.row(), send.sending(), clock.instant())) {
            return Outcome.NOT_ASKED; // newer points came in between; they are due, too
        }
        service.send(
                send.destination().place().target(),
                send.destination().place().scopes(),
                send.sending().url(),
                send.sending().score(send.user(), send.row().startedAt()));
        return confirmed(send);
    }

    private Outcome confirmed(Send send) {
        outbox.confirm(send.row(), send.sending(), clock.instant());
        return Outcome.ANSWERED;
    }

    /** The platform holds something newer: once more with a later time, then it is the platform's word (ruling 36). */
    private Outcome afterConflict(Send send) {
        Instant later = send.sending().timestamp().plusSeconds(1);
        Instant held = timeHeld(send);
        if (held != null && !held.plusSeconds(1).isBefore(later)) {
            later = held.plusSeconds(1);
        }
        Instant now = clock.instant();
        Send again = send.with(send.sending().at(later.isBefore(now) ? now : later));
        try {
            return post(again);
        } catch (PlatformFault fault) {
            return notSent(send.row(), false, fault);
        }
    }

    private @org.jspecify.annotations.Nullable Instant timeHeld(Send send) {
        try {
            return service.result(
                            send.destination().place().target(),
                            send.destination().place().scopes(),
                            send.sending().url(),
                            send.user())
                    .map(AssignmentAndGradeService.Result::timestamp)
                    .orElse(null);
        } catch (PlatformFault fault) {
            return null; // not every platform lets us read; a later time alone may do
        }
    }

    /** The column was removed: looked for once more (LTI-A20). */
    private Outcome afterGone(Send send, Round round, PlatformFault gone) {
        DueScore row = send.row();
        String url = send.sending().url();
        try {
            Optional<Destination> other = round.after(
                    row.course(),
                    row.key().activity(),
                    url,
                    () -> lineItems.gone(row.course(), row.key().activity(), url));
            if (other.isEmpty()) {
                return notSent(row, false, gone);
            }
            if (other.get().keptReason() != null) {
                outbox.keep(row, other.get().keptReason(), clock.instant());
                return Outcome.ANSWERED;
            }
            Sending moved = send.sending().to(other.get().requireUrl());
            return post(new Send(row, send.user(), other.get(), moved, false));
        } catch (PlatformFault fault) {
            return notSent(row, false, fault);
        }
    }

    private Outcome notSent(DueScore row, boolean repeat, PlatformFault fault) {
        Instant now = clock.instant();
        Duration asked = fault.retryAfter();
        if (fault.kind() == Kind.TRY_LATER) {
            Duration wait = backoff.afterTries(row.attempts() + 1);
            Duration longer = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
            outbox.later(row, Reasons.of(fault), now, now.plus(longer));
            return new Outcome(asked == null ? Outcome.Kind.NO_ANSWER : Outcome.Kind.BUSY, asked);
        }
        if (fault.kind() == Kind.THROTTLED) {
            Duration wait = asked != null ? asked : backoff.busy(1);
            outbox.refusedForNow(row, repeat, now, now.plus(wait));
            return new Outcome(Outcome.Kind.BUSY, asked);
        }
        LOG.info("course {}: points not sent, {} {}", row.course(), fault.kind(), fault.status());
        outbox.fail(row, Reasons.of(fault), now);
        return Outcome.ANSWERED;
    }
}
