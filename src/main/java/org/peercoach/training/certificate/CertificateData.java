package org.peercoach.training.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.data.KeptData;
import org.peercoach.course.data.KeptDataProvider;
import org.springframework.stereotype.Component;

/** Every issue of a member's certificate. */
@Component
class CertificateData implements KeptDataProvider {

    private final Certificates certificates;

    CertificateData(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public List<KeptData> of(Member member) {
        return List.of(new KeptData(
                "certificates",
                "training.data.certificates",
                certificates.issues(member).stream().map(CertificateData::row).toList()));
    }

    private static Map<String, @Nullable Object> row(Certificate certificate) {
        Optional<Certificate.Revocation> revoked = Optional.ofNullable(certificate.revoked());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("number", certificate.issue().number().shown());
        row.put("name", certificate.issue().name());
        row.put("district", certificate.district());
        row.put("sessionHours", certificate.hours().sessions());
        row.put("taskHours", certificate.hours().tasks());
        row.put("portfolio", certificate.portfolio());
        row.put("begunOn", certificate.begunOn().toString());
        row.put("completedOn", certificate.completedOn().toString());
        row.put("issuedAt", certificate.issue().at());
        row.put("subject", certificate.subject());
        row.put("revokedAt", revoked.map(Certificate.Revocation::at).orElse(null));
        row.put("revokeReason", revoked.map(Certificate.Revocation::reason).orElse(null));
        return row;
    }
}
