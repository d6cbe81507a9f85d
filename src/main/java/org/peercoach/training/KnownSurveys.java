package org.peercoach.training;

import org.peercoach.survey.Surveys;
import org.springframework.stereotype.Component;

/** Stops the start when an activity asks for a survey that does not exist. */
@Component
class KnownSurveys {

    KnownSurveys(TrainingCatalog catalog, Surveys surveys) {
        for (SessionContent session : catalog.sessions()) {
            for (ActivityContent activity : session.activities()) {
                if (activity.work() instanceof Work.Survey survey && !surveys.knows(survey.instrument())) {
                    throw new IllegalStateException(
                            "Training content is wrong: " + activity.id() + " asks for no survey of ours");
                }
            }
        }
    }
}
