package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is shown of a group never tells one person, not even by subtracting. */
class FiguresTests {

    private final Instrument small = TestInstruments.small();

    @Test
    void figuresWhenFiveAnsweredThenMeansAndCounts() {
        Figures figures = Figures.of(small, people(5, 2));
        assertThat(figures.enough()).isTrue();
        assertThat(figures.items().get("A1")).isEqualTo(new Figures.Tally(5, 10, 0, 5));
        assertThat(figures.options()).containsEntry("help.plan", 5).containsEntry("help.show", 0);
        assertThat(Figures.of(small, people(4, 2)).enough()).isFalse();
    }

    @Test
    void itemWhenFewerThanFiveAnsweredItThenHiddenAndNotInTheMeanOfItsGroup() {
        List<Figures.Counted> people = new ArrayList<>(people(5, 2));
        people.set(0, new Figures.Counted(1, 1, new Answers(Map.of("item.A1", "0"))));
        GroupPage page = new GroupPage(small, Figures.of(small, people), null);
        assertThat(page.items().get(1).answers()).isNull();
        assertThat(page.items().get(1).mean()).isNull();
        assertThat(page.items().getFirst().mean()).isEqualTo("1.6");
        assertThat(page.bars().getFirst().now()).isEqualTo("1.6");
        assertThat(page.questions().getFirst().answers()).isNull();
    }

    @Test
    void nextWhenFewerThanFivePeopleMoreThenAsBefore() {
        Figures first = Figures.of(small, people(5, 2));
        assertThat(first.next(Figures.of(small, people(9, 0)))).isSameAs(first);
        assertThat(first.next(Figures.of(small, people(10, 0))).answers()).isEqualTo(10);
    }

    @Test
    void nextWhenOnePersonLeftAndOneChangedThenAsBefore() {
        Figures first = Figures.of(small, people(6, 2));
        List<Figures.Counted> fewer = new ArrayList<>(people(5, 2));
        fewer.set(0, new Figures.Counted(1, 2, new Answers(Map.of("item.A1", "0"))));
        assertThat(first.next(Figures.of(small, fewer))).isSameAs(first);
    }

    @Test
    void nextWhenFewOfManyAnsweredAnItemThenThatItemStaysAsItWas() {
        Figures first = Figures.of(small, people(5, 2));
        List<Figures.Counted> more = new ArrayList<>(people(5, 2));
        more.add(new Figures.Counted(6, 1, answers(0)));
        for (long who = 7; who <= 10; who++) {
            more.add(new Figures.Counted(who, 1, new Answers(Map.of("item.A2", "0"))));
        }
        Figures next = first.next(Figures.of(small, more));
        assertThat(next.answers()).isEqualTo(10);
        assertThat(next.items().get("A1")).isEqualTo(first.items().get("A1"));
        assertThat(Objects.requireNonNull(next.items().get("A2")).answers()).isEqualTo(10);
        assertThat(next.options()).containsEntry("help.plan", 5);
    }

    @Test
    void differencesWhenComparedThenEverybodyWhoIsNotTheSame() {
        assertThat(Figures.differences(Map.of(1L, 1, 2L, 1), Map.of(1L, 2, 3L, 1)))
                .isEqualTo(3);
        assertThat(Figures.apart(Map.of(1L, 1), Map.of(1L, 1))).isTrue();
        assertThat(Figures.apart(Map.of(1L, 1), Map.of())).isFalse();
        assertThat(Figures.apart(Figures.of(small, people(5, 0)).who(), Map.of()))
                .isTrue();
    }

    static List<Figures.Counted> people(int count, int level) {
        List<Figures.Counted> people = new ArrayList<>();
        for (long who = 1; who <= count; who++) {
            people.add(new Figures.Counted(who, 1, answers(level)));
        }
        return people;
    }

    private static Answers answers(int level) {
        Map<String, String> fields = new HashMap<>();
        fields.put("item.A1", Integer.toString(level));
        fields.put("item.A2", Integer.toString(level));
        fields.put("help.A1", "soon");
        fields.put("open.help.plan", "yes");
        return new Answers(fields);
    }
}
