package org.peercoach.lti.launch;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.DeepLinkingService;
import tools.jackson.databind.JsonNode;

/** Rules on the LTI message (LTI Core 1.3, sections 3.1.3, 4.3 and 5.3, 5.4.1). */
final class MessageRules {

    static final String RESOURCE_LINK_REQUEST = "LtiResourceLinkRequest";
    static final String SUBMISSION_REVIEW_REQUEST = "LtiSubmissionReviewRequest";
    static final String CONTEXT_LAUNCH_REQUEST = "LtiContextLaunchRequest";

    /** Messages of the launch kind that are opened. */
    private static final Set<String> OFFERED = Set.of(
            RESOURCE_LINK_REQUEST,
            DeepLinkingService.REQUEST,
            SUBMISSION_REVIEW_REQUEST,
            CONTEXT_LAUNCH_REQUEST,
            "LtiDataPrivacyLaunchRequest",
            "DataPrivacyLaunchRequest");

    /** Messages that platforms may send and that are none of this tool's business (LTI-O5, O9). */
    private static final Set<String> NOT_OFFERED = Set.of(
            "LtiEulaRequest",
            "LtiReportReviewRequest",
            "LtiAssetProcessorSettingsRequest",
            "LtiStartProctoring",
            "LtiStartAssessment",
            "LtiEndAssessment");

    /** Messages of a link in a course. */
    private static final Set<String> OF_A_LINK = Set.of(RESOURCE_LINK_REQUEST, SUBMISSION_REVIEW_REQUEST);

    private static final int LONGEST_ID = 255;

    private final String ownTarget;

    /** @param ownTarget our launch address; a target is this, with a query or fragment or without */
    MessageRules(String ownTarget) {
        this.ownTarget = ownTarget;
    }

    List<LaunchRule> all() {
        return List.of(
                MessageRules::version,
                MessageRules::messageType,
                MessageRules::deployment,
                MessageRules::deploymentOfLogin,
                this::target,
                MessageRules::resourceLink,
                MessageRules::subject,
                MessageRules::roles,
                MessageRules::context,
                MessageRules::contextOfItsLaunch,
                MessageRules::forUser);
    }

    /** LTI-T13: "must have a value of 1.3.0". */
    private static @Nullable Fault version(LaunchCheck launch) {
        String version = launch.claims().text(Claims.VERSION);
        return "1.3.0".equals(version)
                ? null
                : new Fault("LTI-T13", Refusal.LAUNCH_VERSION).comparing("1.3.0", version);
    }

    /** LTI-T14. */
    private static @Nullable Fault messageType(LaunchCheck launch) {
        String type = launch.claims().text(Claims.MESSAGE_TYPE);
        if (type != null && OFFERED.contains(type)) {
            return null;
        }
        boolean known = type != null && NOT_OFFERED.contains(type);
        return new Fault("LTI-T14", known ? Refusal.LAUNCH_NOT_OFFERED : Refusal.LAUNCH_MESSAGE)
                .comparing(RESOURCE_LINK_REQUEST, type);
    }

    /** LTI-T15: "MUST NOT exceed 255 ASCII characters". Whether we know it is asked later. */
    private static @Nullable Fault deployment(LaunchCheck launch) {
        String id = launch.claims().text(Claims.DEPLOYMENT_ID);
        return id != null && isId(id) && id.chars().allMatch(c -> c < 128)
                ? null
                : new Fault("LTI-T15", Refusal.LAUNCH_DEPLOYMENT).comparing("deployment_id", id);
    }

    /** LTI-T16: what the login named is what the token names. */
    private static @Nullable Fault deploymentOfLogin(LaunchCheck launch) {
        String promised = launch.pending().deploymentId();
        String named = launch.claims().text(Claims.DEPLOYMENT_ID);
        return promised == null || promised.equals(named)
                ? null
                : new Fault("LTI-T16", Refusal.LAUNCH_DEPLOYMENT).comparing(promised, named);
    }

    /** LTI-T17: our own address over our own scheme, and the one that the login named. */
    private @Nullable Fault target(LaunchCheck launch) {
        String target = launch.claims().text(Claims.TARGET_LINK_URI);
        boolean right = target != null
                && isOurs(target)
                && target.equals(launch.pending().targetLinkUri());
        return right
                ? null
                : new Fault("LTI-T17", Refusal.LAUNCH_TARGET)
                        .comparing(
                                target != null && isOurs(target)
                                        ? launch.pending().targetLinkUri()
                                        : ownTarget,
                                target);
    }

    private boolean isOurs(String target) {
        if (!target.startsWith(ownTarget)) {
            return false;
        }
        return target.length() == ownTarget.length() || "?#".indexOf(target.charAt(ownTarget.length())) >= 0;
    }

    /** LTI-T18: messages of a resource link name it. */
    private static @Nullable Fault resourceLink(LaunchCheck launch) {
        String type = launch.claims().text(Claims.MESSAGE_TYPE);
        boolean needed =
                (type != null && OF_A_LINK.contains(type)) || !launch.claims().has(Claims.MESSAGE_TYPE);
        return !needed || isId(launch.claims().text(Claims.RESOURCE_LINK, "id"))
                ? null
                : new Fault("LTI-T18", Refusal.LAUNCH_LINK).comparing("resource_link.id", null);
    }

    /** LTI-T19: a launch without a person is legal, but here is nothing to do for nobody. */
    private static @Nullable Fault subject(LaunchCheck launch) {
        return isId(launch.claims().text("sub"))
                ? null
                : new Fault("LTI-T19", Refusal.LAUNCH_IDENTITY).comparing("sub", null);
    }

    /**
     * LTI-T20: must be there, may be empty. An entry that is no text shows that the list is not to be trusted. Only a
     * message that asks for something to place may come without (LTI-D1); then it gives no role.
     */
    private static @Nullable Fault roles(LaunchCheck launch) {
        JsonNode roles = launch.claims().get(Claims.ROLES);
        if (roles.isMissingNode()
                && DeepLinkingService.REQUEST.equals(launch.claims().text(Claims.MESSAGE_TYPE))) {
            return null;
        }
        return roles.isArray() && roles.valueStream().allMatch(JsonNode::isString)
                ? null
                : new Fault("LTI-T20", Refusal.LAUNCH_ROLES).comparing("roles", null);
    }

    /** LTI-T24: may be missing; one that is there has an id (LTI Core 1.3, 5.4.1). */
    private static @Nullable Fault context(LaunchCheck launch) {
        JsonNode context = launch.claims().get(Claims.CONTEXT);
        return context.isMissingNode() || context.isNull() || isId(Claims.textOf(context.path("id")))
                ? null
                : new Fault("LTI-T24", Refusal.LAUNCH_CONTEXT).comparing("context.id", null);
    }

    /** LTI-O7: a launch of a course names the course. */
    private static @Nullable Fault contextOfItsLaunch(LaunchCheck launch) {
        boolean needed = CONTEXT_LAUNCH_REQUEST.equals(launch.claims().text(Claims.MESSAGE_TYPE));
        JsonNode context = launch.claims().get(Claims.CONTEXT);
        return needed && (context.isMissingNode() || context.isNull())
                ? new Fault("LTI-O7", Refusal.LAUNCH_CONTEXT)
                : null;
    }

    /** LTI-O1: a review names whose work it is about. */
    private static @Nullable Fault forUser(LaunchCheck launch) {
        boolean needed = SUBMISSION_REVIEW_REQUEST.equals(launch.claims().text(Claims.MESSAGE_TYPE));
        return !needed || isId(launch.claims().text(Claims.FOR_USER, "user_id"))
                ? null
                : new Fault("LTI-O1", Refusal.LAUNCH_FOR_USER);
    }

    /**
     * Something that can identify: 1 to 255 characters, stored and compared as they are. Control characters and halves
     * of surrogate pairs are not kept faithfully by every database, so two such ids could become one.
     */
    static boolean isId(@Nullable String id) {
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return false;
        }
        return id.codePoints().noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }
}
