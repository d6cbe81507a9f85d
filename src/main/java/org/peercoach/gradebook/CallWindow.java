package org.peercoach.gradebook;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls of one queue run at once: 10 at most, since each holds 50 of Canvas's 600 units and the reading of
 * members takes one more. Half as many after the platform said it is busy, then slowly more again.
 */
class CallWindow {

    static final int WIDEST = 10;
    private static final int ANSWERS_TO_WIDEN = 25;

    private final ReentrantLock lock = new ReentrantLock(true); // who waits longest goes first
    private final Condition changed = lock.newCondition();
    private final int widest;
    private int width;
    private int running;
    private int answers;

    CallWindow(int widest) {
        this.widest = widest;
        this.width = widest;
    }

    /** Waits for a free place and takes it. */
    void enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running >= width) {
                changed.await();
            }
            running++;
        } finally {
            lock.unlock();
        }
    }

    void leave(Outcome.Kind kind) {
        lock.lock();
        try {
            running--;
            if (kind == Outcome.Kind.ANSWERED && ++answers % ANSWERS_TO_WIDEN == 0 && width < widest) {
                width++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void narrow() {
        lock.lock();
        try {
            width = Math.max(1, width / 2);
            answers = 0;
        } finally {
            lock.unlock();
        }
    }

    boolean idle() {
        lock.lock();
        try {
            return running == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a call has ended, if any runs. */
    void awaitOne() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            int before = running;
            while (running > 0 && running >= before) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void awaitAll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running > 0) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
