package org.peercoach.lti.administration;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.PlatformAddresses;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registrations by hand, with the registrations file's own rules (LTI-R14). */
@Component
public class NewRegistrations {

    /** A field of the form. */
    public enum Field {
        ISSUER,
        CLIENT_ID,
        NAME,
        DISTRICT,
        FAMILY,
        AUTHORIZATION,
        TOKEN,
        JWKS,
        AUDIENCE
    }

    /** What is wrong with a field. */
    public enum Fault {
        MISSING,
        TOO_LONG,
        NO_SAFE_ADDRESS,
        TAKEN
    }

    private static final int LONGEST = 255;
    private static final int LONGEST_DISTRICT = 100;
    private static final int LONGEST_FAMILY = 64;
    private static final int LONGEST_ADDRESS = 2000;

    private final JdbcClient jdbc;
    private final PlatformAddresses addresses;
    private final RegistrationCatalog catalog;
    private final Clock clock;

    NewRegistrations(JdbcClient jdbc, PlatformAddresses addresses, RegistrationCatalog catalog, Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is wrong, by field; empty if all is well. */
    public Map<Field, Fault> faults(NewRegistration typed) {
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        need(faults, Field.ISSUER, typed.issuer(), LONGEST);
        if (!faults.containsKey(Field.ISSUER) && !addresses.allows(typed.issuer())) {
            faults.put(Field.ISSUER, Fault.NO_SAFE_ADDRESS);
        }
        need(faults, Field.CLIENT_ID, typed.clientId(), LONGEST);
        need(faults, Field.NAME, typed.name(), LONGEST);
        need(faults, Field.DISTRICT, typed.district(), LONGEST_DISTRICT);
        limit(faults, Field.FAMILY, typed.productFamily(), LONGEST_FAMILY);
        faults.putAll(faults(endpoints(typed)));
        return faults;
    }

    /** The same of the addresses alone. */
    public Map<Field, Fault> faults(PlatformEndpoints typed) {
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        address(faults, Field.AUTHORIZATION, typed.authorization());
        address(faults, Field.TOKEN, typed.token());
        address(faults, Field.JWKS, typed.jwks());
        limit(faults, Field.AUDIENCE, typed.audience() == null ? "" : typed.audience(), LONGEST_ADDRESS);
        return faults;
    }

    /** The addresses as typed; a blank audience is none. */
    public static PlatformEndpoints endpoints(NewRegistration typed) {
        return new PlatformEndpoints(typed.authorization(), typed.token(), typed.jwks(), blankIsNull(typed.audience()));
    }

    /**
     * Adds a registration that {@link #faults} has found good.
     *
     * @return our id, or null if there is one with this issuer and client id
     */
    public @Nullable Long add(NewRegistration typed) {
        LocalDateTime now = Stored.utc(clock.instant());
        try {
            jdbc.sql("insert into lti_registration (issuer, client_id, name, authorization_endpoint, token_endpoint,"
                            + " jwks_uri, audience, product_family, district_name, source, created_at, changed_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'HAND', ?, ?)")
                    .params(typed.issuer(), typed.clientId(), typed.name())
                    .params(typed.authorization(), typed.token(), typed.jwks())
                    .params(Arrays.<@Nullable Object>asList(
                            blankIsNull(typed.audience()), blankIsNull(typed.productFamily())))
                    .params(typed.district(), now, now)
                    .update();
        } catch (DuplicateKeyException e) {
            return null;
        }
        DeploymentDesk.whenCommitted(catalog::forget);
        return jdbc.sql("select id from lti_registration where issuer = ? and client_id = ?")
                .params(typed.issuer(), typed.clientId())
                .query(Long.class)
                .single();
    }

    private void address(Map<Field, Fault> faults, Field field, String text) {
        need(faults, field, text, LONGEST_ADDRESS);
        if (!faults.containsKey(field) && !addresses.allows(text)) {
            faults.put(field, Fault.NO_SAFE_ADDRESS);
        }
    }

    private static void need(Map<Field, Fault> faults, Field field, String text, int longest) {
        if (text.isBlank()) {
            faults.put(field, Fault.MISSING);
        }
        limit(faults, field, text, longest);
    }

    private static void limit(Map<Field, Fault> faults, Field field, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            faults.put(field, Fault.TOO_LONG);
        }
    }

    private static @Nullable String blankIsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
