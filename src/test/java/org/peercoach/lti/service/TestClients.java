package org.peercoach.lti.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.peercoach.fixture.PlainHttp;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.NamesAndRoleService;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.GuardedHttp;

/** Service clients put together by hand, as {@link ServiceClients} does it. */
public final class TestClients {

    static final RSAKey KEY = key();

    private TestClients() {}

    public static AssignmentAndGradeService gradebook(Registration registration, Clock clock) {
        return gradebook(registration, clock, new PlainHttp());
    }

    public static AssignmentAndGradeService gradebook(Registration registration, Clock clock, GuardedHttp http) {
        Faults faults = new Faults(clock);
        ServiceCalls calls = calls(registration, clock, http);
        PlatformFamilies families = new PlatformFamilies(deployment -> Optional.empty());
        return new GradebookClient(calls, faults, families, "https://tool.example/lti/launch");
    }

    /** @param naps takes the waits between attempts, which last no time */
    static NamesAndRoleService members(Registration registration, Clock clock, Consumer<Duration> naps, int mostPages) {
        ServiceCalls calls = calls(registration, clock, new PlainHttp());
        MembershipClient.Pause pause = time -> {
            naps.accept(time);
            return true;
        };
        return new MembershipClient(calls, new Faults(clock), pause, mostPages);
    }

    private static ServiceCalls calls(Registration registration, Clock clock, GuardedHttp http) {
        Faults faults = new Faults(clock);
        TokenRequests requests = new TokenRequests(http, new ClientAssertions(() -> KEY, clock), faults, clock);
        return new ServiceCalls(
                id -> id == registration.id() ? Optional.of(registration) : Optional.empty(),
                new AccessTokens(requests, clock),
                http,
                faults);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
