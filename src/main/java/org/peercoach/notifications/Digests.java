package org.peercoach.notifications;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.notifications.Letters.Due;
import org.peercoach.notifications.Letters.Part;
import org.peercoach.training.due.DueSession;
import org.peercoach.training.due.DueSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gathers what there is to tell: one digest a person and day, over all their courses, between 7 and 20 o'clock where
 * they are. Several nodes may gather at once; the box takes only one digest of a day.
 */
@Component
class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int MORNING = 7;
    private static final int EVENING = 20;

    private final DueSessions dueSessions;
    private final Roster roster;
    private final Addressees addressees;
    private final Pauses pauses;
    private final Items items;
    private final DigestRows rows;
    private final MailPost post;
    private final Clock clock;
    /** What was found to be done needs no second look on that day. */
    private final Cache<Done, Boolean> done = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    private record Done(DigestRows.Reminded reminder, LocalDate day) {}

    Digests(
            DueSessions dueSessions,
            Roster roster,
            Addressees addressees,
            Pauses pauses,
            Items items,
            DigestRows rows,
            MailPost post,
            Clock clock) {
        this.dueSessions = dueSessions;
        this.roster = roster;
        this.addressees = addressees;
        this.pauses = pauses;
        this.items = items;
        this.rows = rows;
        this.post = post;
        this.clock = clock;
    }

    /** What one person's digest will hold. */
    private record Draft(Addressee to, LocalDate day, List<Part> parts) {}

    /** Puts the digests of now into the box. Without a mail server nothing is gathered. */
    void gather() {
        if (!post.on()) {
            return;
        }
        Map<Long, Draft> drafts = new LinkedHashMap<>();
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        // a day more on both sides, for it is tomorrow or yesterday somewhere
        LocalDate first = today.plusDays(Stage.LAST - 1);
        LocalDate last = today.plusDays(Stage.FIRST + 1);
        dueSessions.courses(first, last).stream()
                .filter(course -> !pauses.paused(course))
                .forEach(course -> remind(course, rows.reminded(course, first, last), drafts));
        items.waiting().stream()
                .collect(Collectors.groupingBy(Items.Item::person, LinkedHashMap::new, Collectors.toList()))
                .forEach((person, said) -> tell(person, said, drafts));
        drafts.values().forEach(this::put);
    }

    /** A digest that cannot be written keeps nobody else's back; a database that does not answer does. */
    private void put(Draft draft) {
        try {
            rows.add(draft.to(), draft.day(), draft.parts());
        } catch (DataAccessResourceFailureException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "the digest of person {} cannot be written ({})",
                    draft.to().person(),
                    e.getClass().getSimpleName());
        }
    }

    private void remind(CourseId course, Set<DigestRows.Reminded> had, Map<Long, Draft> drafts) {
        List<DueSession> sessions = dueSessions.of(course);
        Map<Long, Addressee> people = addressees.of(course);
        for (Member member : roster.members(course)) {
            Addressee to = people.get(member.person());
            Optional<LocalDate> day = day(member);
            if (member.role() != MemberRole.COACH || to == null || day.isEmpty() || !wantsReminders(to)) {
                continue;
            }
            List<Due> due = due(member, sessions, day.get(), had);
            if (!due.isEmpty()) {
                draft(drafts, to, day.get()).parts().add(new Part(member, due, List.of()));
            }
        }
    }

    private static boolean wantsReminders(Addressee to) {
        return to.wishes().reminders() && to.address().isPresent();
    }

    /** The work itself is asked for only when there is something to remind of. */
    private List<Due> due(Member member, List<DueSession> sessions, LocalDate day, Set<DigestRows.Reminded> had) {
        List<Due> due = sessions.stream()
                .flatMap(session -> Stage.of(session.due(), day)
                        .map(stage -> new Due(session, stage, day))
                        .filter(one -> !had.contains(one.of(member)))
                        .filter(one -> done.getIfPresent(new Done(one.of(member), day)) == null)
                        .stream())
                .toList();
        if (due.isEmpty()) {
            return due;
        }
        Set<Integer> open = dueSessions.open(member);
        due.stream()
                .filter(one -> !open.contains(one.session().number()))
                .forEach(one -> done.put(new Done(one.of(member), day), true));
        return due.stream().filter(one -> open.contains(one.session().number())).toList();
    }

    private void tell(long person, List<Items.Item> said, Map<Long, Draft> drafts) {
        Optional<Addressee> to = addressees.find(person);
        if (to.isEmpty() || to.get().address().isEmpty() || !to.get().wishes().messages()) {
            items.forget(person);
            return;
        }
        List<Part> parts = items.parts(said);
        if (parts.isEmpty()) {
            items.forget(person);
            return;
        }
        Member member = parts.getFirst().member();
        day(member)
                .filter(day -> !rows.had(person, day))
                .ifPresentOrElse(
                        day -> merge(draft(drafts, to.get(), day).parts(), parts),
                        () -> items.rest(person, nextMorning(member)));
    }

    /** The first time at which this person can get another digest. */
    private Instant nextMorning(Member member) {
        ZonedDateTime there = clock.instant().atZone(member.zone());
        return there.toLocalDate()
                .plusDays(there.getHour() < MORNING ? 0 : 1)
                .atTime(MORNING, 0)
                .atZone(member.zone())
                .toInstant();
    }

    /** Messages stand under the course in which they were written. */
    private static void merge(List<Part> into, List<Part> parts) {
        Map<Object, Part> byCourse = new HashMap<>();
        parts.forEach(part -> byCourse.put(part.member().id(), part));
        into.replaceAll(
                part -> Optional.ofNullable(byCourse.remove(part.member().id()))
                        .map(more -> new Part(part.member(), part.due(), more.said()))
                        .orElse(part));
        parts.stream().filter(byCourse::containsValue).forEach(into::add);
    }

    private static Draft draft(Map<Long, Draft> drafts, Addressee to, LocalDate day) {
        return drafts.computeIfAbsent(to.person(), person -> new Draft(to, day, new ArrayList<>()));
    }

    /** The day it is where this person is; empty at night. */
    private Optional<LocalDate> day(Member member) {
        ZonedDateTime there = clock.instant().atZone(member.zone());
        boolean awake = there.getHour() >= MORNING && there.getHour() < EVENING;
        return awake ? Optional.of(there.toLocalDate()) : Optional.empty();
    }
}
