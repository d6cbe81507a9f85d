package org.peercoach.demo.platform;

import java.time.Clock;

/** What every part of the platform shares. */
record Parts(Endpoints endpoints, World world, Notebook notebook, Counters counters, Clock clock) {

    Switches switches() {
        return notebook.state().switches();
    }
}
