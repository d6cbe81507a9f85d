package org.peercoach.training.certificate;

import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.springframework.stereotype.Component;

/** What other pages of the training say of the certificate, in template {@code training/certificate-panel}. */
@Component
public class CertificatePanel {

    private final Certificates certificates;

    CertificatePanel(Certificates certificates) {
        this.certificates = certificates;
    }

    /**
     * @param key message key of what it says; takes done and all sessions
     * @param there whether this member has one
     * @param path of the page about it
     */
    public record PanelView(String key, int done, int of, boolean there, String path) {}

    /** For coaches their own, which is issued now if it is due; for trainers those of the course; else null. */
    public @Nullable PanelView of(Member member) {
        if (member.role() == MemberRole.TRAINER) {
            return new PanelView(
                    "training.certificate.panel.trainer", 0, 0, false, member.path(TrainerController.PATH));
        }
        if (!CompletionRule.canEarn(member.role())) {
            return null;
        }
        Certificates.Found found = certificates.of(member);
        CompletionRule.Standing standing = found.standing();
        String path = member.path(CertificateController.PATH);
        if (found.certificate() != null || standing == null) {
            return new PanelView("training.certificate.panel.there", 0, 0, true, path);
        }
        CompletedSessions.Tally tally = standing.tally();
        String key = tally.all() ? "training.certificate.panel.portfolio" : "training.certificate.panel.open";
        return new PanelView(key, tally.done(), tally.of(), false, path);
    }
}
