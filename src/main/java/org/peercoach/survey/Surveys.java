package org.peercoach.survey;

import java.util.Optional;
import org.peercoach.course.Member;
import org.springframework.stereotype.Component;

/** How a member stands with a survey, for the rooms above. Tells no answer. */
@Component
public class Surveys {

    private final SurveyDesk desk;
    private final InstrumentCatalog catalog;

    Surveys(SurveyDesk desk, InstrumentCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    /** How far a member is. */
    public enum State {
        /** Nothing is written yet. */
        UNTOUCHED,
        /** There is a draft. */
        BEGUN,
        HANDED_IN
    }

    /**
     * @param open whether it can be answered now
     * @param anonymous whether answers are kept apart from who gave them
     * @param items how many statements there are
     * @param path where it is answered, a full path of ours
     * @param resultPath where the member sees the own answers, a full path of ours; anonymous ones are not shown there
     */
    public record Standing(
            String title, State state, boolean open, boolean anonymous, int items, String path, String resultPath) {}

    /** Empty if the member's course has no such survey. One statement. */
    public Optional<Standing> of(Member member, SurveyKey key) {
        return desk.find(member, key).map(survey -> standing(member, survey));
    }

    /** Whether there is a questionnaire of this key. */
    public boolean knows(String instrument) {
        return catalog.instrument(instrument).isPresent();
    }

    private Standing standing(Member member, Survey survey) {
        State state = survey.handedIn() ? State.HANDED_IN : survey.begun() ? State.BEGUN : State.UNTOUCHED;
        String path = member.path(survey.key().path());
        return new Standing(
                survey.instrument().title(),
                state,
                survey.phase(desk.now()) == Administration.Phase.OPEN,
                survey.anonymous(),
                survey.instrument().items().size(),
                path,
                path + "/result");
    }
}
