package org.peercoach.demo.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A small but honest LTI 1.3 platform without HTTP: it begins launches and signs them, checks a tool's assertions,
 * keeps a gradebook and a roster, and registers tools. {@code org.peercoach.demo.DemoServer} puts it on the network.
 */
public final class DemoPlatform {

    private final Parts parts;
    private final String toolBaseUrl;
    private final Tools tools;
    private final Launches launches;
    private final TokenEndpoint tokens;
    private final AccessTokens accessTokens;
    private final GradebookService gradebook;
    private final Rosters rosters;
    private final RegistrationDesk registrations;
    private final DeepLinks deepLinks;
    private final Notices notices;
    private final Copies copies;

    /**
     * Who it is and where it keeps things.
     *
     * @param issuer its own base URL, without a slash at the end
     * @param toolBaseUrl where the tool is that it knows from the start
     */
    public record Setup(String issuer, String toolBaseUrl, DemoStore store, Clock clock, ToolKeySets.Reader keyReader) {

        public static Setup of(String issuer, String toolBaseUrl, DemoStore store) {
            return new Setup(issuer, toolBaseUrl, store, Clock.systemUTC(), ToolKeySets.overHttp());
        }
    }

    public DemoPlatform(Setup setup) {
        Notebook notebook = new Notebook(setup.store(), setup.clock());
        Counters counters = new Counters();
        this.parts = new Parts(new Endpoints(setup.issuer()), new World(notebook), notebook, counters, setup.clock());
        this.toolBaseUrl = setup.toolBaseUrl();
        this.tools = new Tools(parts, toolBaseUrl);
        this.launches = new Launches(parts, tools);
        ToolSignature signatures = new ToolSignature(tools, new ToolKeySets(setup.keyReader(), counters));
        this.accessTokens = new AccessTokens(setup.clock());
        this.tokens = new TokenEndpoint(parts, signatures, accessTokens);
        ServiceDoor door = new ServiceDoor(parts, accessTokens);
        this.gradebook = new GradebookService(parts, door);
        this.rosters = new Rosters(parts, door);
        this.registrations = new RegistrationDesk(parts, tools);
        this.deepLinks = new DeepLinks(parts, signatures, launches);
        this.notices = new Notices(parts, door, tools);
        this.copies = new Copies(parts, notices);
    }

    public Endpoints endpoints() {
        return parts.endpoints();
    }

    public String toolBaseUrl() {
        return toolBaseUrl;
    }

    public World world() {
        return parts.world();
    }

    public Tools tools() {
        return tools;
    }

    public Launches launches() {
        return launches;
    }

    public TokenEndpoint tokens() {
        return tokens;
    }

    public RegistrationDesk registrations() {
        return registrations;
    }

    public DeepLinks deepLinks() {
        return deepLinks;
    }

    /** Copies courses, as a trainer does at the end of a year. */
    public Copies copies() {
        return copies;
    }

    public Counters counters() {
        return parts.counters();
    }

    public Switches switches() {
        return parts.switches();
    }

    /** The latest first. */
    public List<Event> events() {
        return parts.notebook().state().events();
    }

    /** All grades, in the order in which their cells were first filled. */
    public List<Grade> grades() {
        return parts.notebook().state().grades();
    }

    /** Whether {@link #service} has something at this path. */
    public boolean serves(String path) {
        return GradebookService.serves(path) || Rosters.serves(path) || Notices.serves(path);
    }

    /** Gradebook, roster and notice calls. */
    public ServiceAnswer service(ServiceCall call) {
        try {
            if (Notices.serves(call.path())) {
                return notices.answer(call);
            }
            return Rosters.serves(call.path()) ? rosters.answer(call) : gradebook.answer(call);
        } catch (Refusal e) {
            return e.answer();
        }
    }

    /** Whoever enters grades by hand. */
    public Teacher teacher() {
        return new Teacher(parts);
    }

    /** The roles that a launch of this person carries at present. */
    public List<String> rolesOf(Person person) {
        return Roles.atLaunch(switches(), person);
    }

    /** The LMS's public keys. */
    public Map<String, Object> jwks() {
        counters().count("jwksFetches");
        return key().jwks();
    }

    /** Signs any claims with the LMS's key, for tests that need a launch of their own. */
    public String sign(Map<String, Object> claims) {
        return key().sign(claims);
    }

    private PlatformKey key() {
        return new PlatformKey(Objects.requireNonNull(parts.notebook().state().signingKey()));
    }

    /**
     * Turns some switches.
     *
     * @throws IllegalArgumentException naming what is not a switch or not a position of it
     */
    public Switches turn(Map<String, String> wanted) {
        Switches turned = switches().turned(wanted);
        parts.notebook().change(now -> now.with(turned));
        return turned;
    }

    /** Empties gradebook and list, turns the switches back; key, registrations and numbers stay. */
    public void reset() {
        parts.notebook().change(DemoState::reset);
        parts.world().enrolments().reset();
        counters().reset();
    }

    /** The address that the tool named with a person's latest score of this link (Canvas's basic_lti_launch). */
    public Optional<String> submissionUrl(String linkId, String personId) {
        return world().link(linkId)
                .flatMap(world()::columnOf)
                .flatMap(column -> counters().scores().stream()
                        .filter(score -> score.columnId().equals(column.id())
                                && score.status() < 300
                                && personId.equals(score.body().get("userId")))
                        .map(score -> Json.asObject(score.body().get("https://canvas.instructure.com/lti/submission")))
                        .filter(submission -> "basic_lti_launch".equals(submission.get("submission_type")))
                        .map(submission -> String.valueOf(submission.get("submission_data")))
                        .reduce((first, second) -> second));
    }

    /**
     * Changes who is in which course.
     *
     * @param change of {@link Enrolments.Change}; "" for as it was at the beginning
     * @throws IllegalArgumentException when there is no such change
     */
    public void enrol(String course, String person, String change) {
        parts.world().enrolments().set(course, person, change.isEmpty() ? null : Enrolments.Change.valueOf(change));
    }

    /** Forgets all access tokens, as after a restart of the LMS. */
    public void revokeTokens() {
        accessTokens.forget();
    }

    /** What the tool needs to know of this LMS, for {@code peercoach.lti.registrations-file}. */
    public String registrationsYaml() {
        ToolRegistration tool = ToolRegistration.builtIn(toolBaseUrl);
        return """
                # Made by the demo LMS at each start; read by the tool (peercoach.lti.registrations-file).
                registrations:
                  - issuer: "%s"
                    client-id: "%s"
                    authorization-endpoint: "%s"
                    token-endpoint: "%s"
                    jwks-uri: "%s"
                    deployments: ["%s"]
                    name: "Demo LMS"
                    district: "Lincoln Schools"
                """.formatted(
                        endpoints().issuer(),
                        tool.clientId(),
                        endpoints().authorization(),
                        endpoints().token(),
                        endpoints().jwks(),
                        tool.deploymentId());
    }
}
