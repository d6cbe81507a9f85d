package org.peercoach.console;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.lti.administration.KnownRegistration;
import org.peercoach.lti.administration.NewRegistration;
import org.peercoach.lti.administration.NewRegistrations;
import org.peercoach.lti.administration.NewRegistrations.Fault;
import org.peercoach.lti.administration.NewRegistrations.Field;
import org.peercoach.lti.administration.PlatformEndpoints;
import org.peercoach.lti.administration.RegistrationDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the operator does to registrations, each with its line in the audit log. */
@Service
class RegistrationActs {

    private static final int LONGEST = 255;

    private final RegistrationDesk desk;
    private final NewRegistrations checks;
    private final AuditTrail audit;

    RegistrationActs(RegistrationDesk desk, NewRegistrations checks, AuditTrail audit) {
        this.desk = desk;
        this.checks = checks;
        this.audit = audit;
    }

    /** How adding ended: our id, or what is wrong. */
    record Added(@Nullable Long id, RegistrationForm.Faults faults) {}

    @Transactional
    public Added add(NewRegistration typed) {
        Map<Field, Fault> faults = checks.faults(typed);
        if (!faults.isEmpty()) {
            return new Added(null, new RegistrationForm.Faults(faults));
        }
        Long id = checks.add(typed);
        if (id == null) {
            return new Added(null, new RegistrationForm.Faults(new EnumMap<>(Map.of(Field.CLIENT_ID, Fault.TAKEN))));
        }
        note("registration.added", id, typed.issuer() + " " + typed.clientId());
        return new Added(id, new RegistrationForm.Faults(Map.of()));
    }

    @Transactional
    public void rename(KnownRegistration registration, String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("console.problem.name");
        }
        if (desk.rename(registration.id(), name)) {
            note("registration.renamed", registration.id(), registration.name() + " -> " + name);
        }
    }

    @Transactional
    public void switchOff(KnownRegistration registration) {
        if (!desk.switchOff(registration.id())) {
            throw new Refused("console.problem.meanwhile");
        }
        note("registration.switched-off", registration.id(), null);
    }

    @Transactional
    public void switchOn(KnownRegistration registration) {
        if (!desk.switchOn(registration.id())) {
            throw new Refused("console.problem.meanwhile");
        }
        note("registration.switched-on", registration.id(), null);
    }

    @Transactional
    public RegistrationForm.Faults changeEndpoints(KnownRegistration registration, PlatformEndpoints typed) {
        Map<Field, Fault> faults = checks.faults(typed);
        if (faults.isEmpty() && desk.changeEndpoints(registration.id(), typed)) {
            note("registration.endpoints", registration.id(), said(registration.endpoints()) + " -> " + said(typed));
        }
        return new RegistrationForm.Faults(faults);
    }

    @Transactional
    public void acceptOffer(KnownRegistration registration, String mark) {
        PlatformEndpoints offered = desk.offer(registration.id())
                .map(RegistrationDesk.Offer::endpoints)
                .orElseThrow(() -> new Refused("console.problem.offer"));
        if (!desk.acceptOffer(registration.id(), mark)) {
            throw new Refused("console.problem.offer");
        }
        note("registration.offer-accepted", registration.id(), said(registration.endpoints()) + " -> " + said(offered));
    }

    @Transactional
    public void dismissOffer(KnownRegistration registration, String mark) {
        if (!desk.dismissOffer(registration.id(), mark)) {
            throw new Refused("console.problem.offer");
        }
        note("registration.offer-dismissed", registration.id(), null);
    }

    private void note(String act, long registration, @Nullable String details) {
        audit.note(new AuditEntry(null, null, "operator", act, "registration:" + registration, details));
    }

    /** Addresses of an LMS without their queries, which may hold a customer's secret. */
    private static String said(PlatformEndpoints endpoints) {
        return bare(endpoints.authorization()) + " " + bare(endpoints.token()) + " " + bare(endpoints.jwks());
    }

    private static String bare(String address) {
        return address.split("\\?", 2)[0];
    }
}
