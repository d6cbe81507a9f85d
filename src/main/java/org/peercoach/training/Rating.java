package org.peercoach.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lessons to rate, statement by statement, with a line of evidence for each area. One area is handed in at a time; once a
 * lesson is rated whole, ours is shown beside it.
 */
record Rating(
        String lead,
        List<Level> scale,
        List<Area> areas,
        List<Lesson> lessons,
        @Nullable List<FieldGroup> record) implements Practice {

    private static final String PART = "part";
    private static final String EVIDENCE = ":evidence";

    /** @param evidence what its line of evidence is called */
    record Area(String key, String title, String evidence, List<Statement> statements) {}

    record Statement(String key, String text) {}

    /** @param html the lesson itself */
    record Lesson(String key, String title, String about, String html, Model model) {}

    record Model(List<ModelRating> ratings, List<ModelArea> areas) {}

    record ModelRating(String key, String rating) {}

    record ModelArea(String area, String text) {}

    /** One area of one lesson: what is handed in at a time. */
    record Step(Lesson lesson, Area area) {
        /** How forms and addresses call it. */
        String key() {
            return lesson.key() + ":" + area.key();
        }

        String name(Statement statement) {
            return lesson.key() + ":" + statement.key();
        }

        String evidenceName() {
            return key() + EVIDENCE;
        }
    }

    Stream<Step> steps() {
        return lessons.stream().flatMap(this::steps);
    }

    Stream<Step> steps(Lesson lesson) {
        return areas.stream().map(area -> new Step(lesson, area));
    }

    Optional<Step> step(@Nullable String wanted) {
        return steps().filter(step -> step.key().equals(wanted)).findFirst();
    }

    Optional<Lesson> lesson(@Nullable String wanted) {
        return lessons.stream().filter(lesson -> lesson.key().equals(wanted)).findFirst();
    }

    Optional<Level> level(@Nullable String wanted) {
        return scale.stream().filter(level -> level.key().equals(wanted)).findFirst();
    }

    /** Whether all statements of an area are rated, and evidence is named. */
    boolean done(Step step, Answer answer) {
        return !answer.text(step.evidenceName()).isBlank()
                && step.area().statements().stream()
                        .allMatch(statement ->
                                level(answer.get(step.name(statement))).isPresent());
    }

    boolean done(Lesson lesson, Answer answer) {
        return steps(lesson).allMatch(step -> done(step, answer));
    }

    /** How far apart two ratings are; never a loss. */
    enum Near {
        SAME,
        CLOSE,
        APART
    }

    /** Neighbors on the scale are close; what stands outside its order is close to nothing. */
    Near near(Level yours, Level ours) {
        if (yours.equals(ours)) {
            return Near.SAME;
        }
        int apart = Math.abs(scale.indexOf(yours) - scale.indexOf(ours));
        return apart == 1 && yours.ranks() && ours.ranks() ? Near.CLOSE : Near.APART;
    }

    /** Our rating of a statement; the content is checked to have one. */
    Level ours(Lesson lesson, Statement statement) {
        return lesson.model().ratings().stream()
                .filter(rating -> rating.key().equals(statement.key()))
                .findFirst()
                .flatMap(rating -> level(rating.rating()))
                .orElseThrow();
    }

    /** Our words on an area. */
    String ours(Step step) {
        return step.lesson().model().areas().stream()
                .filter(area -> area.area().equals(step.area().key()))
                .map(ModelArea::text)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        steps().forEach(step -> texts.put(step.evidenceName(), step.area().evidence()));
        return texts;
    }

    /** The evidence for an area of a lesson. */
    @Override
    public boolean isText(String name) {
        return name.matches("[^:]+:[^:]+" + EVIDENCE);
    }

    @Override
    public Answer draft(Entry entry) {
        return steps().map(step -> sent(step, entry)).reduce(Answer.NONE, Answer::with);
    }

    private Answer sent(Step step, Entry entry) {
        Answer sent = entry.only(List.of(step.evidenceName()));
        for (Statement statement : step.area().statements()) {
            String name = step.name(statement);
            Optional<Level> level = level(entry.fields().get(name));
            if (level.isPresent()) {
                sent = sent.with(name, level.get().key());
            }
        }
        return sent;
    }

    @Override
    public boolean enough(Entry entry, Answer before) {
        return step(entry.fields().get(PART))
                .filter(step -> done(step, entry.fields()))
                .isPresent();
    }

    @Override
    public Answer handIn(Entry entry, Answer before) {
        return before.with(sent(step(entry.fields().get(PART)).orElseThrow(), entry));
    }

    @Override
    public Progress progress(Answer answer) {
        int done = (int) steps().filter(step -> done(step, answer)).count();
        return Progress.upTo(done, lessons.size() * areas.size());
    }

    /** The next area of the lesson; after the last one, the lesson beside ours. */
    @Override
    public String after(Entry entry, Answer answer) {
        Lesson lesson = step(entry.fields().get(PART)).orElseThrow().lesson();
        return steps(lesson)
                .filter(step -> !done(step, answer))
                .findFirst()
                .map(step -> "?at=" + step.key() + "#part")
                .orElse("?at=" + lesson.key() + "#ours");
    }

    @Override
    public String missing(Entry entry) {
        return step(entry.fields().get(PART)).map(step -> "&at=" + step.key()).orElse("");
    }

    @Override
    public void check(Faults faults) {
        faults.keys("scale", scale, Level::key);
        faults.keys("areas", areas, Area::key);
        faults.keys("lessons", lessons, Lesson::key);
        List<Statement> statements =
                areas.stream().flatMap(area -> area.statements().stream()).toList();
        faults.keys("statements", statements, Statement::key);
        for (Lesson lesson : lessons) {
            Model model = lesson.model();
            faults.same(lesson.key() + " ratings", statements, Statement::key, model.ratings(), ModelRating::key);
            faults.same(lesson.key() + " areas", areas, Area::key, model.areas(), ModelArea::area);
            model.ratings().forEach(one -> faults.known(lesson.key(), one.rating(), scale, Level::key));
        }
    }
}
