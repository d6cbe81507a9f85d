package org.peercoach.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of a questionnaire before anybody sees it. */
final class InstrumentRules {

    private static final String KEY = "[a-z][a-z0-9-]{0,39}";
    private static final String CODE = "[A-Za-z0-9]{1,8}";
    private static final int MOST_LEVELS = 7;

    private final String place;
    private final List<String> faults = new ArrayList<>();

    private InstrumentRules(String place) {
        this.place = place;
    }

    /** Every broken rule, each with its place; empty when all is well. */
    static List<String> faults(Instrument instrument) {
        InstrumentRules rules = new InstrumentRules("survey " + instrument.key());
        rules.head(instrument);
        if (rules.faults.isEmpty()) {
            rules.scale(instrument.scale());
            rules.items(instrument);
            rules.questions(instrument);
        }
        return List.copyOf(rules.faults);
    }

    private void head(Instrument instrument) {
        matches("key", instrument.key(), KEY);
        filled("title", instrument.title());
        filled("lead", instrument.lead());
        filled("scale", instrument.scale());
        filled("domains", instrument.domains());
        expect(instrument.kind() != null, "kind is missing");
        expect(instrument.version() > 0, "version is not positive");
        expect(instrument.minutes() > 0, "minutes are not positive");
        expect(instrument.comment() == null || !instrument.comment().isBlank(), "comment is empty");
        expect(instrument.open() == null || !instrument.open().isEmpty(), "open is empty");
    }

    private void scale(List<Instrument.Level> scale) {
        expect(scale.size() > 1 && scale.size() <= MOST_LEVELS, "scale has " + scale.size() + " levels, not 2 to 7");
        scale.forEach(level -> filled("level " + level.value(), level.text()));
        for (int index = 1; index < scale.size(); index++) {
            expect(scale.get(index - 1).value() < scale.get(index).value(), "scale does not go up");
        }
        expect(scale.getFirst().value() >= 0, "scale begins below 0");
    }

    private void items(Instrument instrument) {
        unique("domains", instrument.domains().stream().map(Instrument.Domain::key));
        for (Instrument.Domain domain : instrument.domains()) {
            matches("domain", domain.key(), KEY);
            filled("domain " + domain.key(), domain.title());
            filled("domain " + domain.key() + " items", domain.items());
        }
        if (faults.isEmpty()) {
            unique("codes", instrument.items().stream().map(Instrument.Item::code));
            for (Instrument.Item item : instrument.items()) {
                matches("item", item.code(), CODE);
                filled("item " + item.code(), item.text());
                expect(item.codes() == null || !item.codes().isEmpty(), "item " + item.code() + " codes are empty");
            }
        }
    }

    private void questions(Instrument instrument) {
        unique("open questions", instrument.questions().stream().map(Instrument.Open::key));
        for (Instrument.Open open : instrument.questions()) {
            String where = "open " + open.key();
            matches("open question", open.key(), KEY);
            filled(where, open.label());
            expect(open.kind() != null, where + " has no kind");
            expect(
                    open.kind() == null
                            || open.kind().chosen() == (open.choices().size() > 1),
                    where + " options");
            unique(where + " options", open.choices().stream().map(Instrument.Option::key));
            for (Instrument.Option option : open.choices()) {
                matches(where + " option", option.key(), KEY);
                filled(where + " " + option.key(), option.text());
            }
        }
    }

    private void unique(String what, Stream<String> keys) {
        List<String> all = keys.toList();
        expect(all.size() == all.stream().distinct().count(), what + " have no keys of their own");
    }

    private void matches(String what, @Nullable String value, String pattern) {
        expect(value != null && value.matches(pattern), what + " “" + value + "” is no key");
    }

    private void filled(String what, @Nullable Object value) {
        boolean empty = value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
        expect(!empty, what + " is empty");
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(place + ": " + fault);
        }
    }
}
