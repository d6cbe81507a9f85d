package org.peercoach.training.certificate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What follows from a transaction, one after the other on a thread of its own. A listener that runs after the commit still
 * holds the connection of the transaction that is over; if it wanted a second one, a course that finishes a session together
 * would hold all connections and wait for more.
 */
@Component
class Afterwards implements DisposableBean {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "certificate-scheduler");
        made.setDaemon(true);
        return made;
    });

    void run(Runnable work) {
        thread.execute(work);
    }

    /** What is cut off here is made up for at the next look at a page. */
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
