package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.MemberId;
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
    private final Comparison comparison;
    private final SendNotes notes;
    private final Backoff backoff;
    private final Clock clock;

    ScoreDelivery(
            Outbox outbox,
            Roster roster,
            AssignmentAndGradeService service,
            LineItems lineItems,
            Comparison comparison,
            SendNotes notes,
            Backoff backoff,
            Clock clock) {
        this.outbox = outbox;
        this.roster = roster;
        this.service = service;
        this.lineItems = lineItems;
        this.comparison = comparison;
        this.notes = notes;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** One send on its way. */
    private record Send(DueScore row, Sending.Around around, Destination destination, Sending sending, boolean repeat) {

        Send with(Sending other) {
            return new Send(row, around, destination, other, false);
        }

        Send to(Destination other) {
            return new Send(row, around, other, sending.to(other.requireUrl()), false);
        }
    }

    /** Returns when it is settled what becomes of the row: confirmed, waiting, failed or kept. */
    void deliver(DueScore row, Round round) {
        try {
            Optional<String> user = roster.platformUser(row.course(), row.key().member());
            if (user.isEmpty()) { // also a pretended learner, for whom no column is made (LTI-T23)
                outbox.keep(row, Reasons.NO_PERSON, clock.instant());
                return;
            }
            Destination destination = round.destination(row.course(), row.key().activity());
            if (destination.keptReason() != null) {
                outbox.keep(row, destination.keptReason(), clock.instant());
                return;
            }
            warnBeforeOverwriting(row, destination, round);
            send(prepare(row, user.get(), destination), round);
        } catch (CallGate.Closed rests) {
            LOG.trace("the queue rests; the row is due again afterwards");
        } catch (PlatformFault fault) {
            notes.refused(row, null, fault);
            notSent(row, false, fault);
        }
    }

    /** A call whose process died is not forgotten. */
    void brokenOff(DueScore row) {
        notes.brokenOff(row);
    }

    /**
     * Before points replace others, the column is read if that was long ago. If somebody has changed a grade there, its
     * row is held and the claim fails.
     */
    private void warnBeforeOverwriting(DueScore row, Destination destination, Round round) {
        if (!row.before().sent() || !Comparison.possible(destination)) {
            return;
        }
        String activity = row.key().activity();
        round.readOnce(row.course(), activity, () -> {
            try {
                round.gate()
                        .callIf(
                                () -> comparison.stale(row.course(), activity),
                                () -> comparison.compare(row.course(), activity, destination));
            } catch (PlatformFault fault) {
                LOG.debug("course {}: column not read before sending, {}", row.course(), fault.kind());
            }
        });
    }

    private Send prepare(DueScore row, String user, Destination destination) {
        Sending repeat = row.repeat(destination.requireUrl());
        Sending sending = repeat != null ? repeat : row.first(clock.instant(), destination.requireUrl());
        Sending.Around around =
                new Sending.Around(user, row.startedAt(), row.comment(), grader(row), row.workQuery(sending));
        return new Send(row, around, destination, sending, repeat != null);
    }

    private @Nullable String grader(DueScore row) {
        MemberId grader = row.words().grader();
        return grader == null ? null : roster.platformUser(row.course(), grader).orElse(null);
    }

    private void send(Send send, Round round) {
        try {
            post(send, round);
        } catch (PlatformFault fault) {
            switch (fault.kind()) {
                case CONFLICT -> {
                    if (send.repeat()) {
                        notes.hadArrived(send.row(), send.sending());
                        confirmed(send, round);
                    } else {
                        afterConflict(send, round);
                    }
                }
                case GONE -> afterGone(send, round, fault);
                default -> notSent(send.row(), send.repeat(), fault);
            }
        }
    }

    private void post(Send send, Round round) {
        Destination destination = send.destination();
        try {
            boolean made = round.gate()
                    .callIf(
                            () -> outbox.claim(send.row(), send.sending(), clock.instant()),
                            () -> service.send(
                                    destination.place().target(),
                                    destination.place().scopes(),
                                    send.sending().url(),
                                    send.sending().score(send.around())));
            if (!made) {
                return; // newer points came in between, or it is held; what is due comes again
            }
        } catch (PlatformFault fault) {
            if (fault.kind() != Kind.CONFLICT || !send.repeat()) {
                notes.refused(send.row(), send.sending(), fault);
            }
            throw fault;
        }
        notes.sent(send.row(), send.sending());
        confirmed(send, round);
    }

    private void confirmed(Send send, Round round) {
        outbox.confirm(send.row(), send.sending(), clock.instant());
        Destination destination = send.destination();
        if (Comparison.possible(destination)
                && round.firstSent(send.row().course(), send.row().key().activity())) {
            notes.readLater(send.row(), service.queueOf(destination.place().target()));
        }
    }

    /** The platform holds something newer: once more with a later time, then it is the platform's word (ruling 36). */
    private void afterConflict(Send send, Round round) {
        outbox.takenBack(send.row(), clock.instant());
        Instant later = send.sending().timestamp().plusSeconds(1);
        Instant held = timeHeld(send, round);
        if (held != null && !held.plusSeconds(1).isBefore(later)) {
            later = held.plusSeconds(1);
        }
        Instant now = clock.instant();
        Send again = send.with(send.sending().at(later.isBefore(now) ? now : later));
        try {
            post(again, round);
        } catch (PlatformFault fault) {
            notSent(send.row(), false, fault);
        }
    }

    private @Nullable Instant timeHeld(Send send, Round round) {
        try {
            GradingPlace place = send.destination().place();
            return round.gate()
                    .call(() -> service.result(
                            place.target(),
                            place.scopes(),
                            send.sending().url(),
                            send.around().user()))
                    .map(AssignmentAndGradeService.Result::timestamp)
                    .orElse(null);
        } catch (PlatformFault fault) {
            return null; // not every platform lets us read; a later time alone may do
        }
    }

    /** The column was removed: looked for once more (LTI-A20). */
    private void afterGone(Send send, Round round, PlatformFault gone) {
        DueScore row = send.row();
        String url = send.sending().url();
        outbox.takenBack(row, clock.instant());
        try {
            Optional<Destination> other = round.after(
                    row.course(),
                    row.key().activity(),
                    url,
                    () -> lineItems.gone(row.course(), row.key().activity(), url));
            if (other.isEmpty()) {
                notSent(row, false, gone);
            } else if (other.get().keptReason() != null) {
                outbox.keep(row, other.get().keptReason(), clock.instant());
            } else {
                post(send.to(other.get()), round);
            }
        } catch (PlatformFault fault) {
            notSent(row, false, fault);
        }
    }

    private void notSent(DueScore row, boolean repeat, PlatformFault fault) {
        Instant now = clock.instant();
        Duration asked = fault.retryAfter();
        if (fault.kind() == Kind.TRY_LATER) {
            Duration wait = backoff.afterTries(row.attempts() + 1);
            Duration longer = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
            outbox.later(row, Reasons.of(fault), now, now.plus(longer));
        } else if (fault.kind() == Kind.THROTTLED) {
            Duration wait = asked != null ? asked : backoff.busy(1);
            outbox.refusedForNow(row, repeat, now, now.plus(wait));
        } else {
            LOG.info("course {}: points not sent, {} {}", row.course(), fault.kind(), fault.status());
            outbox.fail(row, Reasons.of(fault), now);
        }
    }
}
