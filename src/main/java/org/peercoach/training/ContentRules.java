package org.peercoach.training;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must hold of a session's content before anybody sees it. */
final class ContentRules {

    private final List<String> faults = new ArrayList<>();

    private ContentRules() {}

    /** Every broken rule, each with its place; empty when all is well. */
    static List<String> faults(SessionContent session) {
        ContentRules rules = new ContentRules();
        rules.nothingEmpty(session, session.key());
        if (rules.faults.isEmpty()) {
            rules.sums(session);
            rules.ids(session);
            session.activities().forEach(rules::work);
        }
        return List.copyOf(rules.faults);
    }

    private void sums(SessionContent session) {
        expect(session.key() + " points in all", SessionContent.POINTS, session.points());
        expect(session.key() + " minutes", session.minutes(), sum(session, ActivityContent::minutes));
        expect(session.key() + " points", session.points(), sum(session, ActivityContent::points));
    }

    private static int sum(SessionContent session, Function<ActivityContent, Integer> part) {
        return session.activities().stream().mapToInt(part::apply).sum();
    }

    private void ids(SessionContent session) {
        int number = 0;
        for (ActivityContent activity : session.activities()) {
            expect("id of an activity", "S" + session.number() + "." + ++number, activity.id());
            if (activity.minutes() < 5 || activity.minutes() > 40) {
                faults.add(activity.id() + " takes " + activity.minutes() + " minutes, not 5 to 40");
            }
        }
    }

    private void work(ActivityContent activity) {
        faults.addAll(FieldRules.faults(activity.id(), activity.work().groups()));
        switch (activity.work()) {
            case Work.Check check -> check(activity.id(), check);
            case Work.Sorting sorting -> sorting(activity.id(), sorting);
            case Work.Reflection reflection -> positive(activity.id() + " min-words", reflection.minWords());
            case Practice practice -> {
                Faults found = new Faults(activity.id());
                practice.check(found);
                faults.addAll(found.found());
            }
            case Work.Worksheet worksheet -> asksForSomething(activity.id(), worksheet);
            default -> {}
        }
    }

    /** A worksheet without a required field could be handed in empty. */
    private void asksForSomething(String id, Work.Worksheet worksheet) {
        if (worksheet.groups().stream()
                .flatMap(group -> group.fields().stream())
                .noneMatch(Field::required)) {
            faults.add(id + " requires no field");
        }
    }

    private void check(String id, Work.Check check) {
        unique(id + " questions", check.questions(), Work.Question::key);
        if (check.pass() < 1 || check.pass() > check.questions().size()) {
            faults.add(id + " cannot be passed with " + check.pass());
        }
        for (Work.Question question : check.questions()) {
            unique(id + " " + question.key(), question.options(), Work.Option::key);
            long right = question.options().stream().filter(Work.Option::right).count();
            expect(id + " " + question.key() + " right options", 1L, right);
        }
    }

    private void sorting(String id, Work.Sorting sorting) {
        unique(id + " boxes", sorting.boxes(), Work.Box::key);
        unique(id + " cards", sorting.cards(), Work.Card::key);
        for (Work.Card card : sorting.cards()) {
            Set<String> named = new HashSet<>(Set.of(card.box()));
            card.also().forEach(also -> named.add(also.box()));
            expect(id + " " + card.key() + " boxes named", 1 + card.also().size(), named.size());
            named.removeIf(box -> sorting.box(box).isPresent());
            named.forEach(box -> faults.add(id + " " + card.key() + " names an unknown box " + box));
        }
    }

    private <T> void unique(String place, List<T> items, Function<T, String> key) {
        expect(place + " with keys of their own", items.size(), (int)
                items.stream().map(key).distinct().count());
    }

    private void positive(String place, int value) {
        if (value < 1) {
            faults.add(place + " is not positive");
        }
    }

    private void expect(String place, Object expected, Object found) {
        if (!expected.equals(found)) {
            faults.add(place + ": expected " + expected + ", found " + found);
        }
    }

    /** Walks all records: no null where the record does not say so, no blank text, no empty list, no zero. */
    private void nothingEmpty(@Nullable Object value, String place) {
        if (value == null) {
            faults.add(place + " is missing");
        } else if (value instanceof String text && text.isBlank()) {
            faults.add(place + " is empty");
        } else if (value instanceof Integer number && number < 1) {
            faults.add(place + " is not positive");
        } else if (value instanceof List<?> list) {
            items(list, place);
        } else if (value instanceof Record record) {
            parts(record, place);
        }
    }

    private void items(List<?> list, String place) {
        if (list.isEmpty()) {
            faults.add(place + " is empty");
        }
        int index = 0;
        for (Object item : list) {
            nothingEmpty(item, place + "[" + index++ + "]");
        }
    }

    private void parts(Record record, String place) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            Object value = valueOf(record, part);
            boolean zero = part.isAnnotationPresent(FromZero.class)
                    && Integer.valueOf(0).equals(value);
            if (!zero && (value != null || !part.getAnnotatedType().isAnnotationPresent(Nullable.class))) {
                nothingEmpty(value, place + "." + part.getName());
            }
        }
    }

    /** What a record holds there. */
    static @Nullable Object valueOf(Record record, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + part, e);
        }
    }
}
