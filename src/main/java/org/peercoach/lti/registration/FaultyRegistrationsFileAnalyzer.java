package org.peercoach.lti.registration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that the registrations file stopped with its one line instead of a stack trace. */
class FaultyRegistrationsFileAnalyzer extends AbstractFailureAnalyzer<RegistrationsFile.Faulty> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RegistrationsFile.Faulty cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct that line and start again.", cause);
    }
}
