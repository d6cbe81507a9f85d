package org.peercoach.demo.platform;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Holds the state, one change after the other, and keeps each in the store before anybody sees it. */
final class Notebook {

    private final DemoStore store;
    private final Clock clock;
    private DemoState state;

    Notebook(DemoStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.state = store.load().orElseGet(() -> DemoState.initial(PlatformKey.fresh()));
        store.save(state);
    }

    synchronized DemoState state() {
        return state;
    }

    synchronized void change(UnaryOperator<DemoState> step) {
        DemoState next = step.apply(state);
        store.save(next);
        state = next;
    }

    /** Reads, decides and changes while nobody else does. */
    synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    /** A number that was never given before. */
    synchronized String nextId() {
        String id = Long.toString(state.nextId());
        change(DemoState::withNextId);
        return id;
    }

    void tell(Event.Kind kind, String text) {
        change(now -> now.with(new Event(clock.instant(), kind, text)));
    }
}
