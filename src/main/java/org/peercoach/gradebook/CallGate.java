package org.peercoach.gradebook;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.peercoach.lti.PlatformFault;

/**
 * Every call to the platform of one queue goes through here: few at once, none while the platform wants to be left alone.
 * Only the call itself counts; what is read and written before and after it does not hold a place (ruling 38).
 */
class CallGate {

    private final CallWindow window = new CallWindow(CallWindow.WIDEST);
    private final QueueHealth health;

    CallGate(QueueHealth health) {
        this.health = health;
    }

    /** The queue rests, so the call was not made; it is due again afterwards. */
    static final class Closed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Closed() {
            super("the queue rests", null, false, false);
        }
    }

    /**
     * Waits for a free place and makes the call.
     *
     * @throws Closed if the platform is to be left alone by then
     * @throws PlatformFault of the call
     */
    <T> T call(Supplier<T> call) {
        return call(call, Outcome.ANSWERED);
    }

    /** The same for what may be known without asking: that it went well tells nothing about the platform. */
    <T> T search(Supplier<T> search) {
        return call(search, Outcome.NOT_ASKED);
    }

    private <T> T call(Supplier<T> call, Outcome success) {
        enter();
        Outcome outcome = Outcome.NOT_ASKED;
        try {
            T answer = call.get();
            outcome = success;
            return answer;
        } catch (PlatformFault fault) {
            outcome = Outcome.of(fault);
            throw fault;
        } finally {
            leave(outcome);
        }
    }

    /** The same, if it is still wanted when its turn has come; whether the call was made. */
    boolean callIf(BooleanSupplier wanted, Runnable call) {
        enter();
        Outcome outcome = Outcome.NOT_ASKED;
        try {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            call.run();
            outcome = Outcome.ANSWERED;
            return true;
        } catch (PlatformFault fault) {
            outcome = Outcome.of(fault);
            throw fault;
        } finally {
            leave(outcome);
        }
    }

    private void enter() {
        try {
            window.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Closed();
        }
        if (health.rest().isPositive()) {
            window.leave(Outcome.Kind.NOT_ASKED);
            throw new Closed();
        }
    }

    private void leave(Outcome outcome) {
        if (health.note(outcome)) {
            window.narrow();
        }
        window.leave(outcome.kind());
    }
}
