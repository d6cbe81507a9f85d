package org.peercoach.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.Completions;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The badge, verified as a stranger would: with the published keys and the names of the standard, nothing else. */
@ApplicationTest
class BadgeTests {

    private static final String PATH = "/training/certificate";

    @Autowired
    TestMembers members;

    @Autowired
    Certificates certificates;

    @Autowired
    BadgeKeys keys;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    private TestMembers.TestCourse course;
    private SignedIn mary;

    @BeforeEach
    void complete() {
        course = members.course();
        mary = course.coach("Mary Ellis");
        Completions.pretend(
                mary.member(), 8, Instant.parse("2026-08-28T15:00:00Z"), Instant.parse("2027-05-20T15:00:00Z"));
    }

    // ---- signed so that it can be verified offline

    @Test
    void badgeWhenVerifiedWithThePublishedKeysThenGenuine() throws Exception {
        HttpResponse<String> file = mary.get(mary.at(PATH + "/badge.jwt"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".jwt");
        JWKSet published = JWKSet.parse(nobody("/public/badges/keys"));
        assertThat(verifies(file.body(), published)).isTrue();
    }

    @Test
    void badgeWhenAlteredOrSignedByAnotherThenNotGenuine() throws Exception {
        SignedJWT genuine = SignedJWT.parse(badge());
        JWKSet published = JWKSet.parse(nobody("/public/badges/keys"));
        assertThat(verifies(genuine.serialize(), published)).isTrue();
        String[] parts = genuine.serialize().split("\\.");
        String payload = new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8);
        String other = payload.replace("24 hours", "99 hours");
        assertThat(other).isNotEqualTo(payload);
        assertThat(verifies(parts[0] + "." + Base64URL.encode(other) + "." + parts[2], published))
                .isFalse();

        RSAKey stranger = new RSAKeyGenerator(2048).generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(genuine.getHeader().getAlgorithm())
                        .keyID(genuine.getHeader().getKeyID())
                        .build(),
                genuine.getJWTClaimsSet());
        forged.sign(new RSASSASigner(stranger));
        assertThat(verifies(forged.serialize(), published)).isFalse();
    }

    @Test
    void headerWhenReadThenOnlyWhatTheStandardAllowsAndTheKeyIsAtItsAddress() throws Exception {
        SignedJWT badge = SignedJWT.parse(badge());
        Map<String, Object> header = badge.getHeader().toJSONObject();
        assertThat(header).containsOnlyKeys("alg", "kid", "typ");
        assertThat(header).containsEntry("alg", "RS256").containsEntry("typ", "JWT");
        String kid = badge.getHeader().getKeyID();
        assertThat(kid).startsWith(settings.url("/public/badges/keys/"));
        RSAKey alone = RSAKey.parse(nobody(URI.create(kid).getPath()));
        assertThat(alone.isPrivate()).isFalse();
        assertThat(badge.verify(new RSASSAVerifier(alone))).isTrue();
        assertThat(mary.withCookies("").get("/public/badges/keys/none").statusCode())
                .isEqualTo(404);
    }

    // ---- what it says

    @Test
    void credentialWhenReadThenHoldsTheFieldsOfTheStandard() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(badge()).getJWTClaimsSet();
        Map<String, Object> credential = claims.toJSONObject();
        String id = settings.url(latest().issue().number().path());
        assertThat(credential)
                .containsKeys("@context", "credentialStatus", "name")
                .containsEntry("id", id)
                .containsEntry("jti", id)
                .containsEntry("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        assertThat((List<?>) Objects.requireNonNull(credential.get("@context")))
                .first()
                .isEqualTo("https://www.w3.org/ns/credentials/v2");
        assertThat(Instant.parse(String.valueOf(credential.get("validFrom"))))
                .isEqualTo(claims.getNotBeforeTime().toInstant());
        Map<String, Object> issuer = part(credential, "issuer");
        assertThat(issuer).containsEntry("id", claims.getIssuer()).containsEntry("type", List.of("Profile"));
        Map<String, Object> subject = part(credential, "credentialSubject");
        assertThat(subject)
                .containsEntry("id", claims.getSubject())
                .containsEntry("type", List.of("AchievementSubject"))
                .containsEntry("activityStartDate", "2026-08-28T00:00:00Z")
                .containsEntry("activityEndDate", "2027-05-20T00:00:00Z");
        Map<String, Object> achievement = part(subject, "achievement");
        assertThat(achievement)
                .containsKeys("id", "name", "description")
                .containsEntry("type", List.of("Achievement"))
                .containsEntry("achievementType", "CertificateOfCompletion");
        assertThat(part(achievement, "criteria")).containsOnlyKeys("narrative");
        assertThat(part(credential, "credentialStatus")).containsEntry("type", "1EdTechRevocationList");
    }

    @Test
    void credentialWhenReadThenTheNameOnlyAsAHashAndNoAddress() throws Exception {
        Map<String, Object> credential =
                SignedJWT.parse(badge()).getJWTClaimsSet().toJSONObject();
        assertThat(JSONObjectUtils.toJSONString(credential))
                .doesNotContain("Mary", "Ellis", "@example", "emailAddress");
        Object identifier = part(credential, "credentialSubject").get("identifier");
        assertThat((List<?>) Objects.requireNonNull(identifier)).singleElement().satisfies(one -> {
            Map<?, ?> identity = (Map<?, ?>) one;
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("Mary Ellis" + identity.get("salt")).getBytes(StandardCharsets.UTF_8));
            assertThat(identity.get("type")).isEqualTo("IdentityObject");
            assertThat(identity.get("hashed")).isEqualTo(true);
            assertThat(identity.get("identityType")).isEqualTo("name");
            assertThat(identity.get("identityHash"))
                    .isEqualTo("sha256$" + HexFormat.of().formatHex(hash));
        });
    }

    @Test
    void documentsWhenFollowedFromTheBadgeThenSayTheSame() throws Exception {
        Map<String, Object> credential =
                SignedJWT.parse(badge()).getJWTClaimsSet().toJSONObject();
        Map<String, Object> issuer = part(credential, "issuer");
        Map<String, Object> achievement = part(part(credential, "credentialSubject"), "achievement");
        for (Map<String, Object> part : List.of(issuer, achievement)) {
            String path = URI.create(String.valueOf(part.get("id"))).getPath();
            assertThat(JSONObjectUtils.parse(nobody(path)))
                    .containsAllEntriesOf(part)
                    .containsKey("@context");
        }
    }

    // ---- whether it holds

    @Test
    void statusWhenRevokedOrReplacedThenTold() throws Exception {
        String status = latest().issue().number().path() + "/status";
        assertThat(JSONObjectUtils.parse(nobody(status)))
                .containsEntry("issuer", settings.url("/public/badges/issuer"))
                .containsEntry("revokedCredential", List.of());
        SignedIn tom = course.trainer("Tom Trainer");
        assertThat(certificates.revoke(tom.member(), latest().id(), "A secret reason"))
                .isTrue();
        assertThat(nobody(status))
                .contains(
                        "\"revoked\":true",
                        settings.url(latest().issue().number().path()))
                .doesNotContain("secret", "Mary");
        assertThat(mary.get(mary.at(PATH + "/badge.jwt")).statusCode()).isEqualTo(404);
    }

    // ---- the keys

    @Test
    void keysWhenRotatedThenTheOldStayPublishedAndTheNewSigns() throws Exception {
        String before = badge();
        keys.rotate();
        String after = badge();
        assertThat(SignedJWT.parse(after).getHeader().getKeyID())
                .isNotEqualTo(SignedJWT.parse(before).getHeader().getKeyID());
        JWKSet published = JWKSet.parse(nobody("/public/badges/keys"));
        assertThat(verifies(before, published)).isTrue();
        assertThat(verifies(after, published)).isTrue();
    }

    @Test
    void keysWhenLookedAtThenNoneOfLtiAndNoPrivatePartAnywhere() throws Exception {
        String kid = SignedJWT.parse(badge()).getHeader().getKeyID();
        assertThat(JWKSet.parse(nobody("/lti/jwks")).getKeyByKeyId(kid)).isNull();
        assertThat(JWKSet.parse(nobody("/public/badges/keys")).containsNonPublicKeys())
                .isFalse();
        assertThat(jdbc.sql("select concat(sealed_private, public_jwk) from training_badge_key")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(stored -> assertThat(stored).doesNotContain("\"d\"", "\"p\""));
    }

    private static boolean verifies(String badge, JWKSet published) throws Exception {
        SignedJWT jwt = SignedJWT.parse(badge);
        RSAKey key = (RSAKey) published.getKeyByKeyId(jwt.getHeader().getKeyID());
        return key != null && jwt.verify(new RSASSAVerifier(key));
    }

    private String badge() {
        return mary.get(mary.at(PATH + "/badge.jwt")).body();
    }

    private Certificate latest() {
        return Objects.requireNonNull(certificates.of(mary.member()).certificate());
    }

    private String nobody(String path) {
        return mary.withCookies("").get(path).body();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) Objects.requireNonNull(whole.get(name), name);
    }
}
