package org.peercoach.lti.launch;

import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.peercoach.shared.ProblemPage;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks the id_token of an answer: registration, signature, claims, deployment (LTI Core 1.3, section 5; LTI-T3 to
 * T31). What passes is taken in; what fails is refused with every rule that it breaks.
 */
@Component
class LtiLaunchAuthenticationProvider implements AuthenticationProvider {

    private final RegistrationCatalog catalog;
    private final TokenCheck check;
    private final LaunchReader reader;
    private final LaunchEntry entry;

    LtiLaunchAuthenticationProvider(
            RegistrationCatalog catalog, TokenCheck check, LaunchReader reader, LaunchEntry entry) {
        this.catalog = catalog;
        this.check = check;
        this.reader = reader;
        this.entry = entry;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == LaunchAnswer.class;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        LaunchAnswer answer = (LaunchAnswer) authentication;
        Registration registration = catalog.byId(answer.pending().registrationId())
                .orElseThrow(() -> LaunchRefused.of(Refusal.LMS_UNKNOWN, "LTI-L8", "–", "–"));
        try {
            if (registration.switchedOff()) {
                throw LaunchRefused.of(Refusal.LMS_OFF, "LTI-T3", registration.name());
            }
            Claims claims = check.check(answer, registration);
            return open(answer, claims, registration);
        } catch (LaunchRefused refused) {
            throw refused.from(registration);
        }
    }

    private OpenedLaunch open(LaunchAnswer answer, Claims claims, Registration registration) {
        TokenFacts facts = check.facts(claims, answer);
        try {
            Deployment deployment = entry.admit(claims, registration);
            LtiLaunch launch = reader.read(claims, registration, deployment, answer.byStorage());
            return new OpenedLaunch(launch, enter(launch, answer), facts, answer.state());
        } catch (LaunchRefused refused) {
            throw refused.backTo(reader.returnUrl(claims)).about(facts);
        }
    }

    private org.peercoach.lti.Landing enter(LtiLaunch launch, LaunchAnswer answer) {
        try {
            return entry.open(launch, answer.pending().nonce());
        } catch (ProblemPage.Thrown stopped) {
            throw new HandlerStopped(stopped.page().framedBy(launch.frameOrigins()), launch);
        }
    }
}
