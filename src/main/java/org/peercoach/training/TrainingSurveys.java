package org.peercoach.training;

import java.util.List;
import java.util.function.BiConsumer;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.survey.SurveyAsker;
import org.peercoach.survey.SurveyKey;
import org.springframework.stereotype.Component;

/** The surveys that activities ask for; handing one in completes its activity. */
@Component
class TrainingSurveys implements SurveyAsker {

    private final Catalogs catalogs;
    private final Workbook workbook;
    private final OpenWork openWork;

    TrainingSurveys(Catalogs catalogs, Workbook workbook, OpenWork openWork) {
        this.catalogs = catalogs;
        this.workbook = workbook;
        this.openWork = openWork;
    }

    /** Also where the cohort leaves it out: what was answered stays its author's to read, and the rest is refused in words. */
    @Override
    public List<Asked> asked(CourseId course) {
        return catalogs.whole(course).sessions().stream()
                .flatMap(session -> session.activities().stream()
                        .filter(activity -> activity.work() instanceof Work.Survey)
                        .map(activity -> asked(session, activity)))
                .toList();
    }

    private static Asked asked(SessionContent session, ActivityContent activity) {
        return new Asked(((Work.Survey) activity.work()).key(), activity.title(), session.path(activity));
    }

    @Override
    public void requireOpen(Member coach, SurveyKey survey) {
        each(coach, survey, (session, activity) -> openWork.at(coach, session.number(), activity.id()));
    }

    /** What was answered counts, also where a trainer asked for it before its session opens, or without it: nobody can answer twice. */
    @Override
    public void handedIn(Member member, SurveyKey survey) {
        if (member.role() == MemberRole.COACH) {
            each(member, survey, (session, activity) -> workbook.complete(member, session, activity));
        }
    }

    /** The activities that ask for this survey. */
    private void each(Member member, SurveyKey survey, BiConsumer<SessionContent, ActivityContent> action) {
        for (SessionContent session : catalogs.whole(member).sessions()) {
            session.activities().stream()
                    .filter(activity -> activity.work() instanceof Work.Survey asked
                            && asked.key().equals(survey))
                    .forEach(activity -> action.accept(session, activity));
        }
    }
}
