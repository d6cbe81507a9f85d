package org.peercoach.lti.launch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.peercoach.shared.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Checks the token of a notice as that of a launch is checked: by the platform's own keys, with the same rules on issuer,
 * audience and time. It answers no login, so it has no nonce, and it speaks of no person, so it has neither subject nor
 * roles nor target.
 */
@Component
public class SignedNotices {

    /** The notices that we ask for. */
    public static final String HELLO = "LtiHelloWorldNotice";

    public static final String CONTEXT_COPY = "LtiContextCopyNotice";

    private static final String RULE = "LTI-O2";
    private static final String COPY_RULE = "LTI-O3";

    private final RegistrationCatalog catalog;
    private final IdTokens tokens;
    private final List<LaunchRule> rules;
    private final Clock clock;

    SignedNotices(RegistrationCatalog catalog, IdTokens tokens, Settings settings, Clock clock) {
        this.catalog = catalog;
        this.tokens = tokens;
        this.rules = new TokenRules(Duration.ofSeconds(settings.lti().clockSkewSeconds())).withoutLogin();
        this.clock = clock;
    }

    /** @throws NoticeRefused with every rule that the notice breaks */
    public SignedNotice verify(String jwt) {
        Registration registration = registration(jwt);
        try {
            Claims claims = tokens.verify(jwt, registration);
            keepRules(claims, registration);
            return read(claims, registration);
        } catch (LaunchRefused refused) {
            throw new NoticeRefused(refused.rules());
        }
    }

    /** Whose notice it says to be; nothing else of it is believed before the signature holds (LTI-L3). */
    private Registration registration(String jwt) {
        JsonNode claims = unverified(jwt);
        String issuer = Claims.textOf(claims.path("iss"));
        if (issuer == null || issuer.length() > 255) {
            throw NoticeRefused.of("LTI-T8");
        }
        JsonNode aud = claims.path("aud");
        List<String> audiences = aud.isArray()
                ? Claims.texts(aud)
                : Optional.ofNullable(Claims.textOf(aud)).stream().toList();
        return audiences.stream()
                .filter(client -> client.length() <= 255)
                .limit(3)
                .map(client -> catalog.find(issuer, client))
                .flatMap(Optional::stream)
                .filter(registration -> !registration.switchedOff())
                .findFirst()
                .orElseThrow(() -> NoticeRefused.of("LTI-T9"));
    }

    private static JsonNode unverified(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        try {
            JsonNode claims = parts.length == 3
                    ? StrictJson.object(Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII)))
                    : null;
            if (claims != null) {
                return claims;
            }
        } catch (IllegalArgumentException e) {
            // no token: refused below
        }
        throw NoticeRefused.of("LTI-T32");
    }

    private void keepRules(Claims claims, Registration registration) {
        Instant now = clock.instant();
        PendingLaunch none = new PendingLaunch("", "", registration.id(), "", null, null, false, now, null);
        LaunchCheck check = new LaunchCheck(claims, registration, none, now);
        List<String> broken = new ArrayList<>();
        for (LaunchRule rule : rules) {
            Fault fault = rule.check(check);
            if (fault != null) {
                broken.add(fault.rule());
            }
        }
        if (!"1.3.0".equals(claims.text(Claims.VERSION))) {
            broken.add("LTI-T13");
        }
        if (!broken.isEmpty()) {
            throw new NoticeRefused(List.copyOf(broken));
        }
    }

    private SignedNotice read(Claims claims, Registration registration) {
        Deployment deployment = deployment(claims, registration);
        String id = claims.text(Claims.NOTICE, "id");
        String type = claims.text(Claims.NOTICE, "type");
        if (id == null
                || !MessageRules.isId(id)
                || type == null
                || !Set.of(HELLO, CONTEXT_COPY).contains(type)) {
            throw NoticeRefused.of(RULE);
        }
        @Nullable String context = claims.text(Claims.CONTEXT, "id");
        List<String> origins = Claims.texts(claims.get(Claims.ORIGIN_CONTEXTS)).stream()
                .filter(MessageRules::isId)
                .toList();
        if (type.equals(CONTEXT_COPY) && (!MessageRules.isId(context) || origins.isEmpty())) {
            throw NoticeRefused.of(COPY_RULE);
        }
        return new SignedNotice(
                new ServiceTarget(registration.id(), deployment.id()),
                deployment.districtName(),
                id,
                type,
                type.equals(CONTEXT_COPY) ? Objects.requireNonNull(context) : null,
                origins);
    }

    /** LTI-T15: only from a deployment that may launch. */
    private Deployment deployment(Claims claims, Registration registration) {
        return Optional.ofNullable(claims.text(Claims.DEPLOYMENT_ID))
                .filter(MessageRules::isId)
                .flatMap(id -> catalog.deployment(registration, id))
                .filter(found -> found.status() == Deployment.Status.APPROVED)
                .orElseThrow(() -> NoticeRefused.of("LTI-T15"));
    }
}
