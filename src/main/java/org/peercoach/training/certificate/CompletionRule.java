package org.peercoach.training.certificate;

import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.springframework.stereotype.Component;

/** The one place that says who has earned a certificate: a coach with all sessions and, where asked, the portfolio. */
@Component
class CompletionRule {

    private final CompletedSessions sessions;
    private final PortfolioRule portfolio;

    CompletionRule(CompletedSessions sessions, PortfolioRule portfolio) {
        this.sessions = sessions;
        this.portfolio = portfolio;
    }

    /**
     * How far a member is.
     *
     * @param portfolioAsked whether a portfolio is needed, too
     * @param portfolioPassed whether it has passed
     */
    record Standing(CompletedSessions.Tally tally, boolean portfolioAsked, boolean portfolioPassed) {

        boolean earned() {
            return tally.all() && (!portfolioAsked || portfolioPassed);
        }
    }

    Standing of(Member member) {
        CompletedSessions.Tally tally = sessions.of(member);
        boolean asked = portfolio.asked();
        return new Standing(tally, asked, asked && tally.all() && portfolio.passed(member));
    }

    /** Whether somebody in this role can earn one at all. */
    static boolean canEarn(MemberRole role) {
        return role == MemberRole.COACH;
    }
}
