package org.peercoach.training.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.peercoach.shared.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The documents of Open Badges 3.0: a credential and what it refers to. Of the person it holds a random id and the name
 * as a salted hash, so that whoever is told the name can compare it, and nobody else learns it. No e-mail address.
 */
@Component
class BadgeDocuments {

    static final String ISSUER = "/public/badges/issuer";
    static final String ACHIEVEMENT = "/public/badges/achievement";

    private static final List<String> CONTEXT = List.of(
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    private final Settings settings;
    private final MessageSource messages;

    BadgeDocuments(Settings settings, MessageSource messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /** An {@code OpenBadgeCredential}, not yet signed. */
    Map<String, Object> credential(Certificate certificate) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("@context", CONTEXT);
        credential.put("id", id(certificate));
        credential.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        credential.put("name", words("training.badge.name"));
        credential.put("issuer", profile());
        credential.put("validFrom", validFrom(certificate));
        credential.put("credentialSubject", subject(certificate));
        credential.put("credentialStatus", Map.of("id", id(certificate) + "/status", "type", "1EdTechRevocationList"));
        return credential;
    }

    /** The address of an issue, which is the id of its credential, too. */
    String id(Certificate certificate) {
        return settings.url(certificate.issue().number().path());
    }

    String issuerId() {
        return settings.url(ISSUER);
    }

    static String subjectId(Certificate certificate) {
        return "urn:uuid:" + certificate.subject();
    }

    /** Who issues: this installation. A document of its own, found at the issuer's id. */
    Map<String, Object> issuer() {
        Map<String, Object> issuer = new LinkedHashMap<>();
        issuer.put("@context", CONTEXT);
        issuer.putAll(profile());
        return issuer;
    }

    /** What is achieved; the same for everybody. A document of its own, found at the achievement's id. */
    Map<String, Object> achievement() {
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put("@context", CONTEXT);
        achievement.putAll(bareAchievement());
        return achievement;
    }

    /** A revocation list of this one credential: empty as long as it holds. */
    Map<String, Object> status(Certificate certificate) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("id", id(certificate) + "/status");
        list.put("issuer", issuerId());
        list.put("revokedCredential", revoked(certificate));
        return list;
    }

    private List<Map<String, Object>> revoked(Certificate certificate) {
        return switch (certificate.status()) {
            case VALID -> List.of();
            case REPLACED -> List.of(revoked(certificate, words("training.badge.replaced")));
            case REVOKED -> List.of(revoked(certificate, words("training.badge.revoked")));
        };
    }

    private Map<String, Object> revoked(Certificate certificate, String reason) {
        return Map.of("id", id(certificate), "revoked", true, "revocationReason", reason);
    }

    private Map<String, Object> profile() {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("id", issuerId());
        profile.put("type", List.of("Profile"));
        profile.put("name", words("training.badge.issuer"));
        profile.put("url", settings.url(""));
        return profile;
    }

    private Map<String, Object> bareAchievement() {
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put("id", settings.url(ACHIEVEMENT));
        achievement.put("type", List.of("Achievement"));
        achievement.put("achievementType", "CertificateOfCompletion");
        achievement.put("name", words("training.badge.name"));
        achievement.put("description", words("training.badge.description"));
        achievement.put("criteria", Map.of("narrative", words("training.badge.criteria")));
        return achievement;
    }

    private Map<String, Object> subject(Certificate certificate) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", subjectId(certificate));
        subject.put("type", List.of("AchievementSubject"));
        subject.put("activityStartDate", day(certificate.begunOn()));
        subject.put("activityEndDate", day(certificate.completedOn()));
        subject.put(
                "narrative",
                words(
                        certificate.portfolio() ? "training.badge.narrative.portfolio" : "training.badge.narrative",
                        certificate.hours().sessions(),
                        certificate.hours().tasks(),
                        certificate.district()));
        subject.put("identifier", List.of(identity(certificate)));
        subject.put("achievement", bareAchievement());
        return subject;
    }

    /** The salt is public, as the standard wants it; the number, which is on the same credential, serves. */
    private static Map<String, Object> identity(Certificate certificate) {
        String salt = certificate.issue().number().value();
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("type", "IdentityObject");
        identity.put("hashed", true);
        identity.put("identityHash", "sha256$" + sha256(certificate.issue().name() + salt));
        identity.put("identityType", "name");
        identity.put("salt", salt);
        return identity;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static String validFrom(Certificate certificate) {
        return certificate.issue().at().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String day(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, Locale.US);
    }
}
