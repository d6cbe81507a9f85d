package org.peercoach.training.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The certificates of a cohort: who has one, and revoking it with a reason that the coach reads. */
@Controller
@Allow(MemberRole.TRAINER)
class TrainerController {

    static final String PATH = "/training/certificates";

    static final int LONGEST_REASON = 500;

    private static final String ADDRESS = "/c/{course}" + PATH;
    private static final String ONE = ADDRESS + "/{id:[0-9]{1,18}}";

    private final Certificates certificates;

    TrainerController(Certificates certificates) {
        this.certificates = certificates;
    }

    /** @param revokedOn the day, or null; {@code reason} alike */
    public record RowView(
            long id,
            String name,
            String completed,
            String number,
            String checkPath,
            int issues,
            @Nullable String revokedOn,
            @Nullable String reason) {}

    /** What was wrong with a form. */
    public record FaultView(long id, String reason) {}

    @GetMapping(ADDRESS)
    String list(@CurrentMember Member trainer, Model model, Locale locale) {
        return page(trainer, null, model, locale);
    }

    @PostMapping(ONE + "/revoke")
    Object revoke(
            @CurrentMember Member trainer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            RedirectAttributes flash,
            jakarta.servlet.http.HttpServletResponse response) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(trainer, new FaultView(mine(trainer, id), reason), model, locale);
        }
        mine(trainer, id);
        if (certificates.revoke(trainer, id, said)) {
            flash.addFlashAttribute("notice", "training.certificate.revoked.notice");
        }
        return "redirect:" + trainer.path(PATH);
    }

    @PostMapping(ONE + "/restore")
    String restore(@CurrentMember Member trainer, @PathVariable long id, RedirectAttributes flash) {
        mine(trainer, id);
        if (certificates.restore(trainer, id)) {
            flash.addFlashAttribute("notice", "training.certificate.restored.notice");
        }
        return "redirect:" + trainer.path(PATH);
    }

    private String page(Member trainer, @Nullable FaultView fault, Model model, Locale locale) {
        CertificateWords words = new CertificateWords(locale, trainer.zone());
        model.addAttribute("member", trainer);
        model.addAttribute("path", trainer.path(PATH));
        model.addAttribute("rows", rows(trainer, words));
        model.addAttribute("fault", fault);
        return "training/certificates";
    }

    private List<RowView> rows(Member trainer, CertificateWords words) {
        return certificates.of(trainer.course()).stream()
                .map(one -> row(one, words))
                .toList();
    }

    private static RowView row(Certificate certificate, CertificateWords words) {
        Optional<Certificate.Revocation> revoked = Optional.ofNullable(certificate.revoked());
        Certificate.Issue issue = certificate.issue();
        return new RowView(
                certificate.id(),
                issue.name(),
                words.of(certificate).done(),
                issue.number().shown(),
                issue.number().path(),
                certificate.issues(),
                revoked.map(Certificate.Revocation::at).map(words::day).orElse(null),
                revoked.map(Certificate.Revocation::reason).orElse(null));
    }

    /** A certificate of another course is not there. */
    private long mine(Member trainer, long id) {
        return certificates.of(trainer.course()).stream()
                .map(Certificate::id)
                .filter(one -> one == id)
                .findFirst()
                .orElseThrow(ProblemPage::notHere);
    }
}
