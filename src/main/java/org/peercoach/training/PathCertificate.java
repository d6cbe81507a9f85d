package org.peercoach.training;

import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.training.certificate.CertificatePanel;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the path says of the certificate. */
@ControllerAdvice(assignableTypes = PathController.class)
class PathCertificate {

    private final CertificatePanel panel;

    PathCertificate(CertificatePanel panel) {
        this.panel = panel;
    }

    @ModelAttribute
    void certificate(@CurrentMember Member member, Model model) {
        model.addAttribute("certificate", panel.of(member));
    }
}
