package org.peercoach.shared;

import java.util.List;

/** The settings do not allow a start; each fault is one line in plain words. */
final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    StartupRefused(List<String> faults) {
        super("settings do not allow a start: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
