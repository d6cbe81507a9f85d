package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.survey.SurveyKey;
import org.peercoach.survey.Wave;

/** What a person works with in an activity. All words come from the content files; keys stand in saved answers. */
sealed interface Work
        permits Work.Reading,
                Work.Scene,
                Work.Reflection,
                Work.Check,
                Work.Sorting,
                Work.Worksheet,
                Work.Survey,
                Work.Room,
                Practice {

    /** The fields that are filled in as part of this work; empty for most kinds. */
    default List<FieldGroup> groups() {
        return List.of();
    }

    /** Names of the fields that people write in: no window overwrites unseen what another one has saved there. */
    default Stream<String> written() {
        return groups().stream()
                .flatMap(group -> group.possibleRows().stream().flatMap(group::cells))
                .map(FieldGroup.Cell::name);
    }

    /** A text to read to its end. */
    record Reading(String html, String take) implements Work {
        @Override
        public Stream<String> written() {
            return Stream.of(Answer.NOTE);
        }
    }

    /**
     * A written dialogue, shown line by line; it is also the transcript of its film.
     *
     * @param video address of a captioned film that the district has of it, or null
     */
    record Scene(String setting, List<Line> lines, @Nullable String video) implements Work {

        Scene(String setting, List<Line> lines) {
            this(setting, lines, null);
        }

        /** The same with this film; no content file names one. */
        Scene with(@Nullable String film) {
            return new Scene(setting, lines, film);
        }
    }

    /**
     * @param speaker who says it, or null for the closing line
     * @param stance which stance the speaker takes, or null
     * @param note what to notice, or null
     */
    record Line(
            @Nullable String speaker,
            @Nullable String stance,
            String text,
            @Nullable String note) {}

    /** A journal entry of at least so many words. */
    record Reflection(String label, String help, int minWords, List<String> begin) implements Work {
        @Override
        public Stream<String> written() {
            return Stream.of(Answer.TEXT);
        }
    }

    /** Questions with one right option each; {@code pass} right answers finish it. */
    record Check(int pass, List<Question> questions) implements Work {}

    record Question(String key, String text, List<Option> options) {
        Optional<Option> option(@Nullable String wanted) {
            return options.stream()
                    .filter(option -> option.key().equals(wanted))
                    .findFirst();
        }
    }

    record Option(String key, String text, boolean right, String feedback) {}

    /** Cards to sort into boxes; every box is allowed, each answer has its reason. */
    record Sorting(List<Box> boxes, List<Card> cards) implements Work {
        Optional<Card> card(@Nullable String wanted) {
            return cards.stream().filter(card -> card.key().equals(wanted)).findFirst();
        }

        Optional<Box> box(@Nullable String wanted) {
            return boxes.stream().filter(box -> box.key().equals(wanted)).findFirst();
        }
    }

    record Box(String key, String title, String text) {}

    /** @param also boxes that can be defended as well, each with its reason */
    record Card(String key, String text, String box, String why, List<Also> also) {}

    record Also(String box, String why) {}

    /**
     * A form to fill in and hand in; it may be changed and handed in again.
     *
     * @param sheet the help sheet that goes with it, or null
     */
    record Worksheet(
            String lead, List<FieldGroup> groups, @Nullable String sheet) implements Work {}

    /**
     * A questionnaire that is answered in another room.
     *
     * @param instrument which one
     * @param wave which time
     */
    record Survey(String instrument, Wave wave) implements Work {
        SurveyKey key() {
            return new SurveyKey(instrument, wave);
        }
    }

    /**
     * An activity that needs a room of the house which is not there yet; it is listed and cannot be worked on.
     *
     * @param name what opens it, a part of a message key
     * @param untilRoom what holds until then
     * @param whenRoom the rule that holds from then on
     */
    record Room(String name, String untilRoom, String whenRoom) implements Work {}
}
