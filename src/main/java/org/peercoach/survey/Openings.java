package org.peercoach.survey;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What trainers open and close. */
@Service
class Openings {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200; // far beyond any course, and databases know it

    private final SurveyDesk desk;
    private final InstrumentCatalog catalog;
    private final Administrations administrations;
    private final AuditTrail audit;

    Openings(SurveyDesk desk, InstrumentCatalog catalog, Administrations administrations, AuditTrail audit) {
        this.desk = desk;
        this.catalog = catalog;
        this.administrations = administrations;
        this.audit = audit;
    }

    /** Something that can be opened: a questionnaire with the waves that are not there yet. */
    public record OfferRow(String value, String title, String waveKey) {}

    /**
     * What the form holds.
     *
     * @param survey as {@link OfferRow#value}
     * @param fault message key of what is wrong, or null
     */
    public record FormView(
            String survey,
            String opens,
            String closes,
            @Nullable String fault) {}

    FormView empty() {
        return new FormView("", "", "", null);
    }

    List<OfferRow> offers(List<Survey> there) {
        return catalog.all().stream()
                .filter(instrument -> instrument.kind() != InstrumentKind.COACH_SKILLS) // the training asks for it
                .flatMap(instrument ->
                        Arrays.stream(waves(instrument)).map(wave -> new SurveyKey(instrument.key(), wave)))
                .filter(key -> there.stream()
                        .noneMatch(survey -> survey.byTrainer() && survey.key().equals(key)))
                .map(this::offer)
                .toList();
    }

    private OfferRow offer(SurveyKey key) {
        Instrument instrument = catalog.instrument(key.instrument()).orElseThrow();
        return new OfferRow(key.toString(), instrument.title(), Survey.waveKey(instrument, key.wave()));
    }

    private static Wave[] waves(Instrument instrument) {
        return instrument.kind() == InstrumentKind.NEEDS ? Wave.values() : new Wave[] {Wave.EXTRA};
    }

    /** Opens a survey; of two trainers at once one does. Gives back what is wrong, or nothing when all is well. */
    @Transactional
    public Optional<String> open(Member trainer, FormView form) {
        Optional<SurveyKey> key = offers(desk.all(trainer)).stream()
                .map(OfferRow::value)
                .filter(form.survey()::equals)
                .findFirst()
                .map(Openings::key);
        if (key.isEmpty()) {
            return Optional.of("survey.open.fault.survey");
        }
        Instant now = desk.now();
        Instant opens = form.opens().isBlank() ? now : day(trainer, form.opens(), 0);
        Instant closes = form.closes().isBlank() ? null : day(trainer, form.closes(), 1);
        if (opens == null || closes == null && !form.closes().isBlank()) {
            return Optional.of("survey.open.fault.date");
        }
        if (closes != null && (!closes.isAfter(opens) || !closes.isAfter(now))) {
            return Optional.of("survey.open.fault.order");
        }
        Instrument instrument = catalog.instrument(key.get().instrument()).orElseThrow();
        administrations.open(
                trainer.course(), new Administrations.Planned(key.get(), instrument.anonymous(), opens, closes));
        note(trainer, "survey.opened", key.get());
        return Optional.empty();
    }

    private static SurveyKey key(String value) {
        int slash = value.indexOf('/');
        return new SurveyKey(value.substring(0, slash), Wave.valueOf(value.substring(slash + 1)));
    }

    /** The beginning of a day, or of the one after it, where the trainer lives; null if it is none of a course. */
    private static @Nullable Instant day(Member trainer, String date, int after) {
        try {
            LocalDate day = LocalDate.parse(date);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                    ? null
                    : day.plusDays(after).atStartOfDay(trainer.zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Transactional
    public void close(Member trainer, Survey survey) {
        administrations.close(trainer.course(), survey.key(), desk.now());
        note(trainer, "survey.closed", survey.key());
    }

    @Transactional
    public void reopen(Member trainer, Survey survey) {
        administrations.close(trainer.course(), survey.key(), null);
        note(trainer, "survey.reopened", survey.key());
    }

    private void note(Member trainer, String act, SurveyKey key) {
        audit.note(AuditEntry.ofPerson(trainer.district(), trainer.person(), act, "survey:" + key, null)
                .inCourse(trainer.course().value()));
    }
}
