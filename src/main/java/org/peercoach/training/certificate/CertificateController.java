package org.peercoach.training.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A coach's own certificate: how far it is, or the certificate itself, as a file and as a badge. */
@Controller
@Allow(MemberRole.COACH)
class CertificateController {

    static final String PATH = "/training/certificate";

    private static final String ADDRESS = "/c/{course}" + PATH;

    private final Certificates certificates;
    private final CertificatePdf pdf;
    private final BadgeSigner badges;
    private final Settings settings;

    CertificateController(Certificates certificates, CertificatePdf pdf, BadgeSigner badges, Settings settings) {
        this.certificates = certificates;
        this.pdf = pdf;
        this.badges = badges;
        this.settings = settings;
    }

    /** Before there is one. */
    public record OpenView(int done, int of, boolean portfolioAsked) {}

    /**
     * @param newName what the LMS calls the person now, or null if that is what the certificate says
     * @param revokedOn the day, or null
     */
    public record CertificateView(
            CertificateWords.Text text,
            String number,
            String checkUrl,
            String checkPath,
            int issue,
            @Nullable String newName,
            @Nullable String revokedOn,
            @Nullable String reason) {}

    @GetMapping(ADDRESS)
    String show(@CurrentMember Member member, Model model, Locale locale) {
        Certificates.Found found = certificates.of(member);
        Certificate certificate = found.certificate();
        model.addAttribute("member", member);
        model.addAttribute("path", member.path(PATH));
        if (certificate != null) {
            model.addAttribute("view", view(member, certificate, new CertificateWords(locale, member.zone())));
            return "training/certificate";
        }
        model.addAttribute("open", open(found.standing()));
        return "training/certificate-open";
    }

    @GetMapping(ADDRESS + "/certificate.pdf")
    ResponseEntity<byte[]> file(@CurrentMember Member member, Locale locale) {
        Certificate certificate = valid(member);
        return download("certificate-" + certificate.issue().number().shown() + ".pdf", MediaType.APPLICATION_PDF)
                .body(pdf.of(certificate, locale));
    }

    /** Open Badges 3.0, section 5: a signed credential is plain text in a file that ends in .jwt. */
    @GetMapping(ADDRESS + "/badge.jwt")
    ResponseEntity<String> badge(@CurrentMember Member member) {
        Certificate certificate = valid(member);
        return download(
                        "badge-" + certificate.issue().number().shown() + ".jwt",
                        new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(badges.sign(certificate));
    }

    @PostMapping(ADDRESS + "/new-issue")
    String reissue(@CurrentMember Member member, RedirectAttributes flash) {
        if (certificates.reissue(member)) {
            flash.addFlashAttribute("notice", "training.certificate.reissued");
        }
        return "redirect:" + member.path(PATH);
    }

    private CertificateView view(Member member, Certificate certificate, CertificateWords words) {
        Certificate.Issue issue = certificate.issue();
        Optional<Certificate.Revocation> revoked = Optional.ofNullable(certificate.revoked());
        return new CertificateView(
                words.of(certificate),
                issue.number().shown(),
                settings.url(issue.number().path()),
                issue.number().path(),
                issue.nth(),
                issue.name().equals(member.name()) || revoked.isPresent() ? null : member.name(),
                revoked.map(Certificate.Revocation::at).map(words::day).orElse(null),
                revoked.map(Certificate.Revocation::reason).orElse(null));
    }

    private static OpenView open(CompletionRule.@Nullable Standing standing) {
        if (standing == null) {
            throw new IllegalStateException("neither a certificate nor a way to it");
        }
        CompletedSessions.Tally tally = standing.tally();
        return new OpenView(tally.done(), tally.of(), standing.portfolioAsked());
    }

    private Certificate valid(Member member) {
        return Optional.ofNullable(certificates.of(member).certificate())
                .filter(certificate -> certificate.revoked() == null)
                .orElseThrow(() -> ProblemPage.of(
                                HttpStatus.NOT_FOUND, "NO-CERTIFICATE", "training.certificate.problem.none")
                        .withWayOut(member.path(PATH))
                        .thrown());
    }

    private static ResponseEntity.BodyBuilder download(String file, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString());
    }
}
