package org.peercoach.lti;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The platform's gradebook (Assignment and Grade Services 2.0). Every method throws {@link PlatformFault} when the
 * platform does not do what was asked; each call uses a cached access token (LTI-A2).
 */
public interface AssignmentAndGradeService {

    /** All scopes the tool asks for in a gradebook. */
    Set<String> SCOPES = Set.of(
            "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
            "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/score");

    /**
     * Line items of a context with this resource id, tag and resource link, over all pages (LTI-A6, A8).
     *
     * @param scopes what the platform allows in this context; only these are asked for
     * @param resourceId ours, or null for any
     * @param tag ours, or null for any
     * @param resourceLinkId the link it belongs to, or null for any
     */
    List<LineItem> find(
            ServiceTarget target,
            Set<String> scopes,
            String lineItemsUrl,
            @Nullable String resourceId,
            @Nullable String tag,
            @Nullable String resourceLinkId);

    /**
     * Creates a line item and returns it with its id (LTI-A10). Where the platform does not take the resource link that it
     * names (Canvas: 404 or 412, Moodle: 403), it is created without one.
     */
    LineItem create(ServiceTarget target, Set<String> scopes, String lineItemsUrl, LineItem item);

    /**
     * Changes a line item: reads it, changes it, and puts the whole of it back with everything that we do not know
     * (LTI-A9). Its id and its resource link stay whatever {@code change} says; nothing is written if nothing differs.
     *
     * @return as it is now
     */
    LineItem update(ServiceTarget target, Set<String> scopes, String lineItemUrl, UnaryOperator<LineItem> change);

    /** Deletes a line item that we have created, with all its scores. */
    void delete(ServiceTarget target, Set<String> scopes, String lineItemUrl);

    /** Sends one score (LTI-A11 to A20). Returning normally means that the platform confirmed it. */
    void send(ServiceTarget target, Set<String> scopes, String lineItemUrl, Score score);

    /** What the platform's gradebook holds for this person (LTI-A22). */
    Optional<Result> result(ServiceTarget target, Set<String> scopes, String lineItemUrl, String userId);

    /**
     * What the platform's gradebook holds in this column, by the platform's id of the person, over all pages (LTI-A22).
     * Whoever has no result is left out.
     */
    Map<String, Result> results(ServiceTarget target, Set<String> scopes, String lineItemUrl);

    /**
     * Names whose queue a call joins: platforms limit by token host and client id, so all registrations that share
     * them share one queue (ruling 38). Without secrets; at most 255 characters.
     */
    String queueOf(ServiceTarget target);

    /**
     * Somebody has put right what was wrong, or wants to know: the calls of this queue no longer believe that the platform
     * gives no access token, as they otherwise do for seconds after it has refused one. Known to this node only.
     */
    void tryAgain(String queue);

    /**
     * @param score null when the platform holds no number
     * @param maximum 1 when the platform does not say
     * @param timestamp as the platform wrote it, or null
     */
    record Result(
            @Nullable Double score,
            double maximum,
            java.time.@Nullable Instant timestamp,
            @Nullable String comment) {}
}
