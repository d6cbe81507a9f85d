package org.peercoach.lti.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.GuardedHttp;

/** Calls of a platform's services with an access token (1EdTech Security Framework 1.0, 4; LTI-A20). */
class ServiceCalls {

    private final LongFunction<Optional<Registration>> registrations;
    private final AccessTokens tokens;
    private final GuardedHttp http;
    private final Faults faults;

    ServiceCalls(
            LongFunction<Optional<Registration>> registrations, AccessTokens tokens, GuardedHttp http, Faults faults) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.http = http;
        this.faults = faults;
    }

    /**
     * @param scopes any of these is enough
     * @param accept the one media type of the answer, or null
     * @param contentType of the body, or null without one
     * @param maxBytes the most that may be read of the answer
     */
    record Call(
            String method,
            String url,
            Set<String> scopes,
            @Nullable String accept,
            @Nullable String contentType,
            @Nullable String body,
            int maxBytes) {

        /** With the usual limit on the answer. */
        Call(
                String method,
                String url,
                Set<String> scopes,
                @Nullable String accept,
                @Nullable String contentType,
                @Nullable String body) {
            this(method, url, scopes, accept, contentType, body, GuardedHttp.USUAL_SIZE);
        }

        /** A question whose answer may be long. */
        static Call list(String url, Set<String> scopes, @Nullable String accept) {
            return new Call("GET", url, scopes, accept, null, null, GuardedHttp.ROSTER_SIZE);
        }
    }

    /**
     * Sends a call and returns the answer whatever its status; a 401 is answered by one retry with a fresh token.
     *
     * @throws PlatformFault if the LMS is switched off, or no token, no fitting scope or no answer could be had
     */
    GuardedHttp.Answer send(Grant grant, Call call) {
        Registration registration = inUse(grant.target().registrationId());
        Set<String> wanted = grant.wanted();
        if (call.scopes().stream().noneMatch(wanted::contains)) {
            throw new PlatformFault(Kind.NOT_ALLOWED, 0, null);
        }
        AccessToken token = tokens.get(registration, wanted);
        GuardedHttp.Answer answer = send(call, token);
        if (answer.status() != 401) {
            return answer;
        }
        AccessToken fresh = tokens.replace(token, registration, wanted);
        return fresh == null ? answer : send(call, fresh);
    }

    /** See {@link AccessTokens#forgetRefusals}. */
    void forgetRefusals(String queue) {
        tokens.forgetRefusals(queue);
    }

    /** While an LMS is switched off, what is to be sent waits (ruling 21). */
    private Registration inUse(long id) {
        Registration registration = registration(id);
        if (registration.switchedOff()) {
            throw new PlatformFault(Kind.TRY_LATER, 0, null);
        }
        return registration;
    }

    Registration registration(long id) {
        return registrations.apply(id).orElseThrow(() -> new PlatformFault(Kind.REFUSED, 0, null));
    }

    private GuardedHttp.Answer send(Call call, AccessToken token) {
        if (call.scopes().stream().noneMatch(token.scopes()::contains)) {
            throw new PlatformFault(Kind.NOT_ALLOWED, 0, null);
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token.value());
        if (call.accept() != null) {
            headers.put("Accept", call.accept());
        }
        if (call.contentType() != null) {
            headers.put("Content-Type", call.contentType());
        }
        try {
            return http.send(new GuardedHttp.Request(call.method(), call.url(), headers, call.body(), call.maxBytes()));
        } catch (GuardedHttp.Failed failed) {
            throw faults.of(failed);
        }
    }
}
