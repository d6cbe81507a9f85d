package org.peercoach.lti.registration;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.RegistrationRow.Endpoints;
import org.peercoach.lti.registration.Registrations.Approval;
import org.peercoach.lti.registration.Registrations.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers the tool with a platform and keeps what was agreed (LTI-R1 to R12). */
@Component
class DynamicRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(DynamicRegistration.class);

    /**
     * What an installer asked for.
     *
     * @param configuration address of the platform's OpenID configuration
     * @param token the platform's registration token, or null: D2L sends none (LTI-R2)
     * @param district name that the installer gave
     * @param contact e-mail address that the platform may show, or null
     * @param districtProved whether a one-time code stands for the district, so that its name may be another LMS's too
     */
    record Wish(
            String configuration,
            @Nullable String token,
            String district,
            @Nullable String contact,
            boolean districtProved) {

        Wish(String configuration, @Nullable String token, String district, @Nullable String contact) {
            this(configuration, token, district, contact, false);
        }
    }

    /** How it ended for the stored registration. */
    enum Change {
        NEW,
        UPDATED,
        /** Endpoints differ from what is in force, and nobody may change them this way (ruling 27). */
        LEFT_TO_OPERATOR,
        /** Stored, but what the platform says of itself could be another platform's: the operator must look first. */
        WAITING
    }

    /**
     * What was agreed.
     *
     * @param deploymentId null when the platform names it at the first launch
     * @param missingScopes whether the platform granted less than was asked for (LTI-R9)
     */
    record Outcome(
            Change change,
            RegistrationRow registration,
            @Nullable String deploymentId,
            boolean missingScopes) {}

    /** The district's name belongs to somebody else. */
    static final class DistrictTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final PlatformConversation conversation;
    private final RegistrationBody body;
    private final Registrations registrations;
    private final DistrictNames districts;
    private final RegistrationCatalog catalog;
    private final TransactionTemplate transaction;

    DynamicRegistration(
            PlatformConversation conversation,
            RegistrationBody body,
            Registrations registrations,
            DistrictNames districts,
            RegistrationCatalog catalog,
            PlatformTransactionManager transactions) {
        this.conversation = conversation;
        this.body = body;
        this.registrations = registrations;
        this.districts = districts;
        this.catalog = catalog;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Registers, or renews a registration.
     *
     * @throws RegistrationFault if the platform did not do its part; nothing is stored then
     * @throws DistrictTaken if another LMS has the district of this name; nothing was sent then
     */
    Outcome install(Wish wish) {
        PlatformConfiguration platform = conversation.configuration(wish.configuration(), wish.token());
        if (!wish.districtProved() && districts.belongsToAnother(wish.district(), platform.issuer())) {
            throw new DistrictTaken();
        }
        RegistrationAnswer answer = conversation.register(platform, body.of(platform, wish.contact()), wish.token());
        Outcome outcome = transaction.execute(status -> store(wish, platform, answer));
        catalog.forget();
        if (outcome == null) {
            throw new IllegalStateException("a transaction gives what was stored");
        }
        return outcome;
    }

    private Outcome store(Wish wish, PlatformConfiguration platform, RegistrationAnswer answer) {
        boolean missing = answer.scopes() != null && !answer.scopes().containsAll(body.scopes(platform));
        Stored known = registrations.find(platform.issuer(), answer.clientId()).orElse(null);
        boolean disputed = registrations.isElsewhere(answer.clientId(), platform.issuer());
        RegistrationRow row = row(platform, answer, known, wish, disputed);
        boolean waits = disputed;
        if (known == null) {
            waits |= !begin(row, platform, wish);
        } else if (mayChange(known.row(), row, wish.configuration())) {
            registrations.update(List.of(new Stored(known.id(), row)));
        } else {
            registrations.offer(known.id(), row, IssuerHosts.host(wish.configuration()));
            LOG.warn("registration {}: other endpoints were offered; the operator must look", known.id());
            return new Outcome(Change.LEFT_TO_OPERATOR, known.row(), answer.deploymentId(), missing);
        }
        if (answer.deploymentId() != null) {
            open(row, answer.deploymentId(), wish, disputed);
        }
        Change change = known == null ? Change.NEW : Change.UPDATED;
        return new Outcome(waits ? Change.WAITING : change, row, answer.deploymentId(), missing);
    }

    /** Stores a new registration; an audience that is not the platform's own is left to the operator (then false). */
    private boolean begin(RegistrationRow row, PlatformConfiguration platform, Wish wish) {
        boolean own = platform.ownAudience();
        registrations.save(List.of(own ? row : row.withAudience(null)));
        if (!own) {
            registrations.offer(idOf(row), row, IssuerHosts.host(wish.configuration()));
            LOG.warn("registration {}: a foreign audience was named; the operator must look", idOf(row));
        }
        return own;
    }

    /**
     * Approves the deployment that the platform named. Not where another platform has the same client id: our assertion
     * for the one would be believed by the other, if it does not look at the audience. Moodle does not.
     */
    private void open(RegistrationRow row, String deploymentId, Wish wish, boolean disputed) {
        String district = wish.districtProved() ? wish.district() : row.districtName();
        Approval deployment = new Approval(idOf(row), deploymentId, district);
        if (disputed) {
            registrations.await(deployment);
            LOG.warn("registration {}: another issuer has its client id; the operator must look", idOf(row));
        } else {
            registrations.approve(List.of(deployment));
        }
    }

    private long idOf(RegistrationRow row) {
        return registrations.find(row.issuer(), row.clientId()).orElseThrow().id();
    }

    private String name(Wish wish, PlatformConfiguration platform, RegistrationAnswer answer) {
        return wish.districtProved()
                ? wish.district()
                : districts.free(wish.district(), platform.issuer(), answer.clientId());
    }

    private RegistrationRow row(
            PlatformConfiguration platform,
            RegistrationAnswer answer,
            @Nullable Stored known,
            Wish wish,
            boolean disputed) {
        List<String> scopes = answer.scopes();
        return new RegistrationRow(
                platform.issuer(),
                answer.clientId(),
                platform.name(),
                platform.endpoints(),
                platform.audience(),
                platform.productFamily(),
                known == null ? name(wish, platform, answer) : known.row().districtName(),
                !disputed
                        && answer.deploymentId() == null
                        && (known == null || known.row().adoptsFirstDeployment()),
                scopes == null ? null : String.join(" ", scopes),
                answer.clientConfigurationUri(),
                "DYNAMIC");
    }

    /**
     * Ruling 27: endpoints change only on the word of the issuer's own host, and only within their origins; the audience
     * only to one that is the platform's own.
     */
    private static boolean mayChange(RegistrationRow old, RegistrationRow offered, String configuration) {
        Endpoints before = old.endpoints();
        Endpoints after = offered.endpoints();
        boolean sameAudience = Objects.equals(old.audience(), offered.audience());
        if (before.equals(after) && sameAudience) {
            return true;
        }
        return (sameAudience || IssuerHosts.mayReceive(offered.audience(), after.token(), old.issuer()))
                && IssuerHosts.own(IssuerHosts.host(configuration), IssuerHosts.host(old.issuer()))
                && sameOrigin(before.authorization(), after.authorization())
                && sameOrigin(before.token(), after.token())
                && sameOrigin(before.jwks(), after.jwks());
    }

    private static boolean sameOrigin(String one, String other) {
        return IssuerHosts.origin(one).equals(IssuerHosts.origin(other));
    }
}
