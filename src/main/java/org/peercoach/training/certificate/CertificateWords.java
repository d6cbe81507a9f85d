package org.peercoach.training.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.peercoach.shared.time.Times;

/**
 * What a certificate says, in one language.
 *
 * @param zone of whoever reads; the certificate's own days were decided when it was issued
 */
record CertificateWords(Locale locale, ZoneId zone) {

    /**
     * The certificate as a template shows it.
     *
     * @param key message key of the sentence; takes both numbers of hours
     */
    public record Text(
            String name, String key, double hours, int taskHours, String district, String begun, String done) {}

    Text of(Certificate certificate) {
        return new Text(
                certificate.issue().name(),
                certificate.portfolio() ? "training.certificate.says.portfolio" : "training.certificate.says",
                certificate.hours().sessions(),
                certificate.hours().tasks(),
                certificate.district(),
                day(certificate.begunOn()),
                day(certificate.completedOn()));
    }

    String day(Instant at) {
        return day(at.atZone(zone).toLocalDate());
    }

    private String day(LocalDate date) {
        return new Times(locale, zone, null).inFull(date);
    }
}
