package org.peercoach.survey;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.shared.ProblemPage;
import org.springframework.stereotype.Component;

/** What is asked in a course: what trainers opened and what rooms above ask for; each time one statement. */
@Component
class SurveyDesk {

    private final InstrumentCatalog catalog;
    private final Administrations administrations;
    private final List<SurveyAsker> askers;
    private final Clock clock;

    SurveyDesk(InstrumentCatalog catalog, Administrations administrations, List<SurveyAsker> askers, Clock clock) {
        this.catalog = catalog;
        this.administrations = administrations;
        this.askers = askers;
        this.clock = clock;
    }

    /** All surveys of the member's course, those that rooms above ask for first, with the member's own responses. */
    List<Survey> all(Member member) {
        Map<SurveyKey, Administrations.Own> stored = administrations.ofMember(member).stream()
                .collect(Collectors.toMap(
                        own -> own.administration().key(), own -> own, (one, other) -> one, LinkedHashMap::new));
        Map<SurveyKey, SurveyAsker.Asked> asked = asked(member.course());
        List<SurveyKey> keys = new ArrayList<>(asked.keySet());
        stored.keySet().stream().filter(key -> !asked.containsKey(key)).forEach(keys::add);
        return keys.stream()
                .flatMap(key -> survey(member, key, stored.get(key), asked.get(key)).stream())
                .filter(Survey::known)
                .toList();
    }

    private Optional<Survey> survey(
            Member member, SurveyKey key, Administrations.@Nullable Own own, SurveyAsker.@Nullable Asked asked) {
        return catalog.instrument(key.instrument())
                .map(instrument -> new Survey(
                        member.role(),
                        key,
                        instrument,
                        own == null ? null : own.administration(),
                        own == null ? null : own.response(),
                        asked));
    }

    Optional<Survey> find(Member member, SurveyKey key) {
        return all(member).stream().filter(survey -> survey.key().equals(key)).findFirst();
    }

    /**
     * The survey of an address.
     *
     * @throws ProblemPage.Thrown 404 if the course has none there
     */
    Survey atAddress(Member member, String instrument, String wave) {
        return Wave.of(wave)
                .flatMap(known -> find(member, new SurveyKey(instrument, known)))
                .orElseThrow(ProblemPage::notHere);
    }

    /**
     * Lets a member answer a survey that asks them.
     *
     * @throws ProblemPage.Thrown with the reason, if it is a part of work that they cannot do now
     */
    void requireOpen(Member member, Survey survey) {
        if (survey.restsOnWork(now())) {
            askers.forEach(asker -> asker.requireOpen(member, survey.key()));
        }
    }

    /** The stored survey, made in the caller's transaction if it is one that a room above asks for. */
    Administration stored(Member member, Survey survey) {
        return survey.administration() != null
                ? survey.administration()
                : administrations.ensure(member.course(), survey.key(), survey.anonymous(), now());
    }

    private Map<SurveyKey, SurveyAsker.Asked> asked(CourseId course) {
        Map<SurveyKey, SurveyAsker.Asked> asked = new LinkedHashMap<>();
        askers.stream()
                .flatMap(asker -> asker.asked(course).stream())
                .forEach(one -> asked.putIfAbsent(one.survey(), one));
        return asked;
    }

    /** As precise as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
