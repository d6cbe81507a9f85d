package org.peercoach.gradebook;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes a queue as soon as what was written is there for everybody to see. */
@Component
class DeliveryBell {

    private final Wakeable schedule;

    DeliveryBell(Wakeable schedule) {
        this.schedule = schedule;
    }

    /** What can be woken. */
    interface Wakeable {
        void wake(String queue);
    }

    void ring(String queue) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            schedule.wake(queue);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                schedule.wake(queue);
            }
        });
    }
}
