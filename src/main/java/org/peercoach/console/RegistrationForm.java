package org.peercoach.console;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.administration.NewRegistration;
import org.peercoach.lti.administration.NewRegistrations.Fault;
import org.peercoach.lti.administration.NewRegistrations.Field;
import org.peercoach.lti.administration.PlatformEndpoints;

/** What was typed into the form of a registration; a missing field is blank. */
record RegistrationForm(
        @Nullable String issuer,
        @Nullable String client,
        @Nullable String name,
        @Nullable String district,
        @Nullable String family,
        @Nullable String authorization,
        @Nullable String token,
        @Nullable String jwks,
        @Nullable String audience) {

    /** What is wrong with it. */
    record Faults(Map<Field, Fault> faults) {

        boolean none() {
            return faults.isEmpty();
        }

        /** Message keys by the fields' names in the template. */
        Map<String, String> byField() {
            Map<String, String> keys = new LinkedHashMap<>();
            faults.forEach((field, fault) ->
                    keys.put(field.name().toLowerCase(Locale.ROOT), "console.registration.fault." + fault));
            return keys;
        }
    }

    NewRegistration typed() {
        return new NewRegistration(
                        given(issuer),
                        given(client),
                        given(name),
                        given(district),
                        given(family),
                        given(authorization),
                        given(token),
                        given(jwks),
                        given(audience))
                .stripped();
    }

    /** A form that shows these addresses. */
    static NewRegistration of(PlatformEndpoints now) {
        return new NewRegistration(
                "", "", "", "", "", now.authorization(), now.token(), now.jwks(), given(now.audience()));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
