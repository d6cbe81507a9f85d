package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.gradebook.FakeLms.fault;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.GradingPlaceChanged;
import org.peercoach.gradebook.DeliveryStatus.State;
import org.peercoach.lti.LineItem;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.ServiceTarget;

/** Which column the points go to: LTI-A1, A8, A10, A20, A23; ruling 37. */
@Tag("database")
class DestinationsTests {

    private static final String OTHER = FakeLms.CONTAINER + "/2";
    private final Bench bench = new Bench();

    @Test
    void findWhenTheLinkHasItsColumnThenThatOne() {
        assertThat(find().url()).isEqualTo(Bench.ITEM);
    }

    @Test
    void findWhenTheClaimNamesNoneThenByTheLink() {
        bench.lms.items.clear();
        bench.lms.has(OTHER, null, null, "link-1");
        bench.lms.has(Bench.ITEM, "session-1", Destinations.TAG, "another link");
        bench.placed(null);
        assertThat(find().url()).isEqualTo(OTHER);
    }

    @Test
    void findWhenTheLinksColumnIsOfAnotherActivityThenNotThatOne() {
        bench.lms.items.clear();
        bench.lms.has(OTHER, "session-2", Destinations.TAG, "link-1");
        bench.lms.has(Bench.ITEM, "session-1", Destinations.TAG, null);
        bench.placed(null);
        assertThat(find().url()).isEqualTo(Bench.ITEM);
    }

    @Test
    void findWhenThereIsNoneOfTheLinkThenByKeyAndTag() { // LTI-A8: also after a course copy
        bench.lms.items.clear();
        bench.lms.has(OTHER, "session-1", "another-tool", null);
        bench.lms.has(Bench.ITEM, "session-1", Destinations.TAG, null);
        bench.placed(null);
        assertThat(find().url()).isEqualTo(Bench.ITEM);
    }

    @Test
    void findWhenThereIsNoneThenMadeWithTitleMaximumKeyAndTag() { // LTI-A8, A10
        bench.lms.items.clear();
        bench.placed(null);
        String url = find().url();
        LineItem made = bench.lms.items.getFirst();
        assertThat(made)
                .isEqualTo(new LineItem(
                        url, "Session 1: What is peer coaching?", 25, "session-1", "peer-coaching", "link-1"));
        assertThat(bench.lineItems.find(Bench.COURSE, "session-1").madeByUs()).isTrue();
        assertThat(find().url()).isEqualTo(url);
        assertThat(bench.lms.items).hasSize(1);
    }

    @Test
    void findWhenTwoNodesLookAtOnceThenOneColumnIsMade() throws Exception { // LTI-A8
        bench.lms.items.clear();
        bench.placed(null);
        CountDownLatch both = new CountDownLatch(2);
        bench.lms.duringCreation = () -> {
            both.countDown();
            try {
                both.await(500, TimeUnit.MILLISECONDS); // gives the other one time to make a second
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        bench.record(1, 1);
        bench.record(2, 2);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (int node = 0; node < 4; node++) {
                nodes.execute(bench::run);
            }
        }
        assertThat(bench.lms.items).hasSize(1);
        bench.runAfter(Duration.ofSeconds(30));
        assertThat(bench.lms.items).hasSize(1);
        assertThat(bench.lms.held).hasSize(2);
    }

    @Test
    void findWhenMakingDiedBeforeItWasNotedThenTheMadeOneIsFound() { // LTI-A8, kill -9
        bench.lms.items.clear();
        bench.placed(null);
        assertThat(bench.lineItems.mayMake(Bench.COURSE, "session-1")).isTrue();
        bench.lms.has(OTHER, "session-1", Destinations.TAG, null);
        assertThat(find().url()).isEqualTo(OTHER);
    }

    @Test
    void runWhenNotPlacedThenKeptHereUntilTheTrainerAsks() { // ruling 37
        bench.lms.items.clear();
        bench.notPlaced();
        bench.record(1, 4);
        bench.run();
        assertThat(bench.status(1).state()).isEqualTo(State.KEPT_HERE);
        assertThat(bench.status(1).reasonKey()).isEqualTo(Reasons.NOT_PLACED);
        assertThat(bench.lms.items).isEmpty();
        bench.book.sendToGradebook(Bench.COURSE, "session-1");
        bench.run();
        assertThat(bench.lms.items).hasSize(1);
        assertThat(bench.status(1).state()).isEqualTo(State.SENT);
    }

    @Test
    void runWhenThereIsNoGradebookThenKeptHere() { // LTI-A23
        bench.withoutGradebook();
        bench.record(1, 4);
        bench.run();
        assertThat(bench.status(1).state()).isEqualTo(State.KEPT_HERE);
        assertThat(bench.status(1).reasonKey()).isEqualTo(Reasons.NO_GRADEBOOK);
        assertThat(bench.status(1).points()).isEqualTo(4);
    }

    @Test
    void placeChangedWhenALinkIsPlacedLaterThenKeptPointsGo() { // LTI-A1, ruling 37
        bench.notPlaced();
        bench.record(1, 4);
        bench.record(2, 5);
        bench.placed(Bench.ITEM);
        bench.book.placeChanged(new GradingPlaceChanged(Bench.COURSE, "session-1"));
        assertThat(bench.woken).contains(bench.lms.queue);
        bench.run();
        assertThat(bench.lms.held).hasSize(2);
    }

    @Test
    void runWhenRightsWereTakenSinceThenKeptHere() { // LTI-A1: what the last launch said counts
        bench.record(1, 4);
        bench.withoutGradebook();
        bench.run();
        assertThat(bench.status(1).state()).isEqualTo(State.KEPT_HERE);
        assertThat(bench.lms.received).isEmpty();
    }

    @Test
    void runWhenOnlyAReadingScopeThenNoColumnIsMade() { // LTI-A2
        bench.lms.items.clear();
        Set<String> sync = Set.of(
                "https://purl.imsglobal.org/spec/lti-ags/scope/score",
                "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly");
        bench.place(new GradingPlace(new ServiceTarget(7, 70), sync, FakeLms.CONTAINER, "link-1", null));
        bench.record(1, 4);
        bench.run();
        assertThat(bench.status(1).reasonKey()).isEqualTo(Reasons.NO_COLUMN);
        assertThat(bench.lms.items).isEmpty();
    }

    @Test
    void runWhenALinkBringsASecondColumnThenPointsGoThereAndTheFirstIsKeptInMind() { // ruling 37
        bench.lms.items.clear();
        bench.notPlaced();
        bench.record(1, 4);
        bench.book.sendToGradebook(Bench.COURSE, "session-1");
        bench.run();
        String ours = bench.lms.items.getFirst().id();
        bench.lms.has(OTHER, null, null, "link-1");
        bench.placed(OTHER);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.book.placeChanged(new GradingPlaceChanged(Bench.COURSE, "session-1"));
        bench.run();
        assertThat(bench.lms.held).containsKeys(ours + " user-1", OTHER + " user-1");
        LineItems.Stored stored = bench.lineItems.find(Bench.COURSE, "session-1");
        assertThat(stored.url()).isEqualTo(OTHER);
        assertThat(stored.replacedUrl()).isEqualTo(ours);
        assertThat(stored.madeByUs()).isFalse();
    }

    @Test
    void runWhenTheColumnIsGoneThenLookedForOnceMore() { // LTI-A20
        bench.lms.items.clear();
        bench.lms.has(OTHER, "session-1", Destinations.TAG, null);
        bench.record(1, 4);
        bench.record(2, 5);
        bench.run();
        assertThat(bench.lms.held).containsOnlyKeys(OTHER + " user-1", OTHER + " user-2");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.record(1, 6);
        int before = bench.lms.received.size();
        bench.run();
        assertThat(bench.lms.received).as("the gone column is not asked again").hasSize(before + 1);
    }

    @Test
    void runWhenTheColumnWasRemovedByHandThenMadeAnewWithEverybodysPoints() { // LTI-A20
        bench.lms.items.clear();
        bench.notPlaced();
        bench.record(1, 4);
        bench.record(2, 5);
        bench.book.sendToGradebook(Bench.COURSE, "session-1");
        bench.run();
        bench.lms.items.clear();
        bench.lms.held.clear();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.record(1, 6);
        bench.run();
        bench.runAfter(Duration.ofSeconds(2));
        assertThat(bench.lms.items).hasSize(1);
        assertThat(bench.lms.held).hasSize(2);
    }

    @Test
    void runWhenItIsGoneAgainThenFinalWithTheReason() { // LTI-A20
        bench.lms.items.clear();
        bench.lms.has(OTHER, "session-1", Destinations.TAG, null);
        bench.record(1, 4);
        bench.lms.next(fault(Kind.GONE, 404), fault(Kind.GONE, 404));
        bench.run();
        assertThat(bench.status(1).state()).isEqualTo(State.FAILED);
        assertThat(bench.status(1).reasonKey()).isEqualTo(Reasons.GONE);
        assertThat(bench.lms.received).hasSize(2);
    }

    @Test
    void lineItemsWhenAskedByManyThenOneRow() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 20; i++) {
                people.execute(() -> bench.lineItems.want(Bench.COURSE, "session-1"));
            }
        }
        assertThat(bench.jdbc
                        .sql("select count(*) from gradebook_line_item")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(List.of(bench.lineItems.find(Bench.COURSE, "session-1").wanted()))
                .containsExactly(true);
    }

    private Destination find() {
        return bench.destinations().find(Bench.COURSE, "session-1");
    }
}
