package org.peercoach.training.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.peercoach.shared.PageSecurity;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Whether a certificate is genuine, for whoever holds its number: a name and a status, nothing else. No course, no
 * district, no day, no reason. Search engines are told to keep out, and guessing is slowed down.
 */
@Controller
class CheckController {

    private static final int PER_MINUTE = 60;

    private final Certificates certificates;
    private final BadgeDocuments documents;
    private final RequestLimits limits;

    CheckController(Certificates certificates, BadgeDocuments documents, RequestLimits limits) {
        this.certificates = certificates;
        this.documents = documents;
        this.limits = limits;
    }

    /** @param number as people see it */
    public record CheckView(String name, String number, Certificate.Status status) {}

    @GetMapping("/public/certificate/{number}")
    String check(@PathVariable String number, HttpServletRequest request, HttpServletResponse response, Model model) {
        Certificate certificate = certificate(number, request, response);
        PageSecurity.allowFrames(request, List.of("*"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute(
                "check",
                new CheckView(
                        certificate.issue().name(), certificate.issue().number().shown(), certificate.status()));
        return "public/certificate";
    }

    /** Whether a badge still holds, for machines: a revocation list of this one credential. */
    @GetMapping("/public/certificate/{number}/status")
    ResponseEntity<Map<String, Object>> status(
            @PathVariable String number, HttpServletRequest request, HttpServletResponse response) {
        Certificate certificate = certificate(number, request, response);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(documents.status(certificate));
    }

    private Certificate certificate(String typed, HttpServletRequest request, HttpServletResponse response) {
        limits.count("certificate", PER_MINUTE, request);
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        return CertificateNumber.read(typed)
                .flatMap(certificates::of)
                .orElseThrow(() -> ProblemPage.of(
                                HttpStatus.NOT_FOUND, "CERTIFICATE-UNKNOWN", "training.certificate.problem.unknown")
                        .framedBy(List.of("*"))
                        .thrown());
    }
}
