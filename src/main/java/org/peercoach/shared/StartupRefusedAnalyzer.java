package org.peercoach.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the faults as a list instead of a stack trace. */
class StartupRefusedAnalyzer extends AbstractFailureAnalyzer<StartupRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StartupRefused cause) {
        return new FailureAnalysis(
                "Settings are missing or dangerous, so Peer Coaching does not start:\n\n- "
                        + String.join("\n- ", cause.faults()),
                "Correct the settings above; docs/settings.md describes each of them.",
                cause);
    }
}
