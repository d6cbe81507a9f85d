package org.peercoach.course.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.roster.RosterState.Outcome;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.lti.NamesAndRoleService;
import org.peercoach.lti.NamesAndRoleService.Wish;
import org.peercoach.lti.PlatformFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the list of one course, from the first page to who has left. */
@Component
class RosterReading {

    private static final Logger LOG = LoggerFactory.getLogger(RosterReading.class);
    /** A hint: Canvas gives 50 at most, Moodle as many as it is asked for, and all at once when it is not asked. */
    private static final int PAGE = 500;

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final NamesAndRoleService service;
    private final RosterRows rows;
    private final ListedPeople people;
    private final Departures departures;
    private final KnownMembers known;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RosterReading(
            NamesAndRoleService service,
            RosterRows rows,
            ListedPeople people,
            Departures departures,
            KnownMembers known,
            TransactionTemplate transaction,
            Clock clock) {
        this.service = service;
        this.rows = rows;
        this.people = people;
        this.departures = departures;
        this.known = known;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends a reading without an outcome: somebody else reads, or will. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("a later reading has begun, or this node stops", null, false, false);
        }
    }

    /** @param stopping asked at every page; an unfinished reading stays due and begins anew elsewhere */
    void run(CourseId course, BooleanSupplier stopping) {
        ReadingPlace place = rows.begin(course).orElse(null);
        if (place == null) {
            rows.drop(course);
            return;
        }
        try {
            read(place, stopping);
        } catch (Abandoned e) {
            LOG.debug("course {}: reading {} was given up", course, place.number());
        } catch (PlatformFault fault) {
            LOG.info("course {}: the list was not read, {}", course, fault.getMessage());
            fail(place, outcome(fault), fault.retryAfter());
        } catch (RuntimeException e) {
            LOG.warn("course {}: the list could not be taken in", course, e);
            fail(place, Outcome.FAILED, null);
        }
    }

    private void read(ReadingPlace place, BooleanSupplier stopping) {
        String differences = place.differencesUrl();
        if (differences == null) {
            pages(place, Wish.everybody(place.url(), PAGE), stopping);
            return;
        }
        try {
            pages(place, Wish.changes(differences), stopping);
        } catch (PlatformFault fault) {
            if (fault.kind() == PlatformFault.Kind.TRY_LATER || fault.kind() == PlatformFault.Kind.THROTTLED) {
                throw fault;
            }
            // an address of changes may grow old: everybody, then (LTI-N5)
            pages(place.ofEverybody(), Wish.everybody(place.url(), PAGE), stopping);
        }
    }

    private void pages(ReadingPlace place, Wish wish, BooleanSupplier stopping) {
        Reading reading = new Reading();
        Progress progress = new Progress(place, clock.instant());
        NamesAndRoleService.End end = service.read(place.target(), wish, page -> {
            progress.tell(reading.people(), stopping);
            people.take(place, page, reading);
        });
        finish(place, reading, end);
    }

    private void finish(ReadingPlace place, Reading reading, NamesAndRoleService.End end) {
        boolean everybody = place.differencesUrl() == null;
        if (everybody && reading.people() == 0) {
            rows.failed(place, Outcome.EMPTY, null);
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (!rows.isLatest(place)) {
                return;
            }
            if (everybody && end.complete()) {
                departures.settle(place, reading);
            }
            rows.done(place, reading.people(), differences(end.differencesUrl()));
        });
        if (reading.hasChanged()) {
            known.forget();
        }
    }

    private static @Nullable String differences(@Nullable String url) {
        return url == null || url.length() > 2000 ? null : url;
    }

    private void fail(ReadingPlace place, Outcome outcome, @Nullable Duration retryAfter) {
        int attempts = rows.attempts(place.course());
        boolean may = outcome == Outcome.NO_ANSWER || outcome == Outcome.FAILED;
        Duration wait = retryAfter == null ? Duration.ofMinutes((long) Math.pow(5, attempts - 1.0)) : retryAfter;
        rows.failed(
                place,
                outcome,
                may && attempts < MOST_ATTEMPTS ? clock.instant().plus(wait) : null);
    }

    private static Outcome outcome(PlatformFault fault) {
        return switch (fault.kind()) {
            case TRY_LATER, THROTTLED -> Outcome.NO_ANSWER;
            case NOT_ALLOWED -> Outcome.NOT_ALLOWED;
            case GONE -> Outcome.GONE;
            case CONFLICT, NOT_GRADABLE, REFUSED -> Outcome.BROKEN;
        };
    }

    /** Writes down how far it is, once a second. */
    private final class Progress {

        private final ReadingPlace place;
        private Instant told;

        Progress(ReadingPlace place, Instant begun) {
            this.place = place;
            this.told = begun;
        }

        void tell(int people, BooleanSupplier stopping) {
            if (stopping.getAsBoolean()) {
                throw new Abandoned();
            }
            Instant now = clock.instant();
            if (now.isAfter(told.plus(TELL_EVERY))) {
                told = now;
                if (!rows.progress(place, people)) {
                    throw new Abandoned();
                }
            }
        }
    }
}
