package org.peercoach.demo.platform;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** OpenID Connect third-party login, the LMS's side (1EdTech Security Framework 1.0, 5.1). */
public final class Launches {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The login initiation: what the browser posts to the tool. */
    public record Start(String url, Map<String, String> fields) {}

    private final Endpoints endpoints;
    private final World world;
    private final Tools tools;
    private final Notebook notebook;
    private final Counters counters;
    private final Clock clock;
    private final Map<String, Launch> waiting = new ConcurrentHashMap<>();
    private final Map<String, Launch> picking = new ConcurrentHashMap<>();

    Launches(Parts parts, Tools tools) {
        this.endpoints = parts.endpoints();
        this.world = parts.world();
        this.notebook = parts.notebook();
        this.counters = parts.counters();
        this.clock = parts.clock();
        this.tools = tools;
    }

    /**
     * Begins a launch.
     *
     * @throws IllegalArgumentException when there is no such person or link, or it is not for this person
     */
    public Start begin(Order order) {
        forgetOld();
        Person person =
                world.person(order.personId()).orElseThrow(() -> new IllegalArgumentException("no such person"));
        Link link = world.link(order.linkId())
                .filter(one -> world.mayOpen(person, one))
                .orElseThrow(() -> new IllegalArgumentException("no such link for " + person.name()));
        Launch launch = launch(order, world.seen(person, link), link);
        waiting.put(launch.id(), launch);
        return new Start(launch.tool().loginUrl(), fields(launch));
    }

    private Launch launch(Order order, Person person, Link link) {
        String id = "ltilaunch" + link.id() + "_" + Secrets.fresh();
        // Quotes, blanks, plus and per cent: a hint that is not carried byte for byte does not come back whole.
        String hint = "{\"cmid\":" + link.id() + ",\"launchid\":\"" + id + "\",\"place\":\"a + b 100%\"}";
        String login = notebook.state().switches().canvas() ? Secrets.fresh() : person.id();
        return new Launch(
                id,
                login,
                hint,
                order,
                person,
                link,
                tools.inUse(),
                clock.instant().plus(PATIENCE));
    }

    private Map<String, String> fields(Launch launch) {
        Switches switches = notebook.state().switches();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("iss", endpoints.issuer());
        fields.put("login_hint", launch.loginHint());
        fields.put("target_link_uri", LaunchClaims.targetLinkUri(launch));
        fields.put("lti_message_hint", launch.messageHint());
        fields.put("client_id", launch.tool().clientId());
        String deployment = launch.order().flaw() == Flaw.UNKNOWN_DEPLOYMENT
                ? "999"
                : launch.tool().deploymentId();
        fields.put(switches.canvas() ? "deployment_id" : "lti_deployment_id", deployment);
        if (switches.canvas()) {
            fields.put("canvas_region", "not_configured");
            fields.put("canvas_environment", "prod");
        }
        if (switches.storage() != Switches.Storage.NONE && !launch.order().window()) {
            fields.put("lti_storage_target", storageFrame(switches));
        }
        return fields;
    }

    private static String storageFrame(Switches switches) {
        return switches.storage() == Switches.Storage.PARENT ? "_parent" : "post_message_forwarding";
    }

    /**
     * The authentication request.
     *
     * @param personId who is logged in to the LMS in this browser, or null
     */
    public AuthAnswer authorize(Map<String, String> request, @Nullable String personId) {
        Launch launch = take(request.getOrDefault("lti_message_hint", ""));
        if (launch == null) {
            return refused("The request names no launch that was begun here, or one that was already answered.");
        }
        String fault = AuthRules.unanswerable(request, launch.tool());
        if (fault != null) {
            return refused(fault);
        }
        Optional<Map<String, String>> error = AuthRules.error(request, launch, personId);
        if (error.isPresent()) {
            counters.count("launchesRefused");
        }
        Map<String, String> fields = error.orElseGet(() -> token(launch, request));
        if (request.containsKey("state")) {
            fields.put("state", request.getOrDefault("state", ""));
        }
        return new AuthAnswer.FormPost(request.getOrDefault("redirect_uri", ""), fields);
    }

    private AuthAnswer refused(String reason) {
        counters.count("launchesRefused");
        notebook.tell(Event.Kind.REFUSED, "A launch request was refused. " + reason);
        return new AuthAnswer.Refused(reason);
    }

    private @Nullable Launch take(String hint) {
        Object id = Json.object(hint).get("launchid");
        Launch launch = id instanceof String text ? waiting.remove(text) : null;
        boolean good = launch != null
                && launch.messageHint().equals(hint)
                && clock.instant().isBefore(launch.expires());
        return good ? launch : null;
    }

    private Map<String, String> token(Launch launch, Map<String, String> request) {
        Switches switches = notebook.state().switches();
        Map<String, Object> claims = new LaunchClaims(endpoints, world, switches)
                .of(launch, request.getOrDefault("nonce", ""), clock.instant());
        if (launch.order().deepLinking()) {
            picking.put(launch.id(), launch);
        }
        counters.count("launches");
        notebook.tell(
                Event.Kind.LAUNCH,
                launch.person().name() + " opened “" + launch.link().title() + "”"
                        + (launch.order().flaw() == Flaw.NONE
                                ? ""
                                : " – a launch to refuse: "
                                        + launch.order().flaw().words()));
        return new LinkedHashMap<>(
                Map.of("id_token", signed(claims, launch.order().flaw())));
    }

    private String signed(Map<String, Object> claims, Flaw flaw) {
        if (flaw == Flaw.UNKNOWN_KEY) {
            return new PlatformKey(PlatformKey.fresh()).sign(claims);
        }
        String token = new PlatformKey(notebook.state().signingKey()).sign(claims);
        return flaw == Flaw.TAMPERED ? tampered(token) : token;
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8);
        String better = " " + claims.replace("membership#Learner", "membership#Instructor");
        return parts[0] + "." + Base64URL.encode(better) + "." + parts[2];
    }

    /** The deep-linking launch that a return belongs to; once. */
    Optional<Launch> takePicking(String launchId) {
        return Optional.ofNullable(picking.remove(launchId));
    }

    private void forgetOld() {
        Instant now = clock.instant();
        waiting.values().removeIf(one -> one.expires().isBefore(now));
        picking.values().removeIf(one -> one.expires().isBefore(now));
    }
}
