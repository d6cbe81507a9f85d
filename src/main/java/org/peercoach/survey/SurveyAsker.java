package org.peercoach.survey;

import java.util.List;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.shared.ProblemPage;

/** A room above that asks coaches to answer surveys as a part of its own work. Spring collects the beans. */
public interface SurveyAsker {

    /** What this room asks coaches for in a course: open to them as their work is, without anybody opening it. */
    List<Asked> asked(CourseId course);

    /**
     * Asked before a coach answers a survey as a part of work.
     *
     * @throws ProblemPage.Thrown with the reason, if this room asks for the survey and that work cannot be done now
     */
    void requireOpen(Member coach, SurveyKey survey);

    /**
     * A member has handed in a survey. Called in the transaction that keeps the answers, so that either both are kept or
     * neither; called again when answers are changed.
     */
    void handedIn(Member member, SurveyKey survey);

    /**
     * @param title of the work that asks, to find the way back
     * @param path where it is, below the course
     */
    record Asked(SurveyKey survey, String title, String path) {}
}
