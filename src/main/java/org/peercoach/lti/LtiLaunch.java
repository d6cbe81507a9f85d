package org.peercoach.lti;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A launch whose every check has passed (LTI Core 1.3, section 5): who, from which platform, into which context.
 * Only what the specification requires is non-null; everything else may be missing.
 *
 * @param launchId our own id of this launch, also in the log
 * @param target where services of this launch are called
 * @param districtName the district that the deployment belongs to
 * @param issuer the platform's issuer
 * @param messageType such as {@code LtiResourceLinkRequest}
 * @param targetLinkUri where on our host the person wants to go; signed by the platform
 * @param user who launches
 * @param roles as sent, in any of the spellings of LTI Core, appendix A.2; may be empty
 * @param context the course, or null for a launch outside a course
 * @param resourceLink the link that was clicked, or null for messages without one
 * @param custom custom parameters with a value; unsubstituted ones ({@code $...}) are left out
 * @param platform what the platform says of itself
 * @param returnUrl https address to go back to, or null; holds secrets on Moodle, so it is never logged
 * @param locale language tag from the launch, or null
 * @param gradebook the AGS claim, or null
 * @param membershipsUrl the NRPS address, or null
 * @param frameOrigins origins that frame us: of the return URL, the issuer and the authorization endpoint
 * @param deepLinking what a platform wants placed, for {@code LtiDeepLinkingRequest}; else null
 * @param forUser whose work is to be shown, by the platform's id, or null; anybody can have it sent for anybody, so it
 *     gives no right (MOODLE-3.10)
 * @param notices the platform's notification service, or null
 * @param embedded whether the platform shows us as a small part of a page of its own, so that the frame may grow with us
 * @param byStorage true when the browser was proved by platform storage because it refused our cookie
 */
public record LtiLaunch(
        String launchId,
        ServiceTarget target,
        String districtName,
        String issuer,
        String messageType,
        String targetLinkUri,
        User user,
        List<String> roles,
        @Nullable Context context,
        @Nullable ResourceLink resourceLink,
        Map<String, String> custom,
        ToolPlatform platform,
        @Nullable String returnUrl,
        @Nullable String locale,
        @Nullable GradebookClaim gradebook,
        @Nullable String membershipsUrl,
        List<String> frameOrigins,
        @Nullable DeepLinking deepLinking,
        @Nullable String forUser,
        @Nullable NoticeService notices,
        boolean embedded,
        boolean byStorage) {

    /** @param subject the platform's id of the person, unique within its issuer (LTI-T25); the only key of identity */
    public record User(
            String subject,
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email) {}

    /** @param id unique within the deployment */
    public record Context(
            String id, @Nullable String label, @Nullable String title) {}

    /** @param id unique within the deployment; a copied course gets new ones */
    public record ResourceLink(String id, @Nullable String title) {}

    /** The {@code tool_platform} claim (LTI-T31). */
    public record ToolPlatform(
            @Nullable String guid,
            @Nullable String name,
            @Nullable String productFamily,
            @Nullable String version) {}

    /**
     * The {@code lti-ags/claim/endpoint} claim (LTI-A1).
     *
     * @param scopes what the platform allows us here
     * @param lineItemsUrl the container of this context, or null
     * @param lineItemUrl the line item of this resource link, or null
     */
    public record GradebookClaim(
            Set<String> scopes,
            @Nullable String lineItemsUrl,
            @Nullable String lineItemUrl) {}

    /**
     * The {@code deep_linking_settings} claim (Deep Linking 2.0, section 4.4.1; LTI-D2, D3).
     *
     * @param returnUrl where the answer is posted to; holds secrets on Moodle, so it is never logged
     * @param acceptTypes such as {@code ltiResourceLink}
     * @param acceptTargets such as {@code iframe}
     * @param acceptMultiple whether more than one item may be returned
     * @param acceptLineItem false only when the platform says so
     * @param data to be echoed whenever it was present, also when blank (LTI-D5); null when absent
     */
    public record DeepLinking(
            String returnUrl,
            Set<String> acceptTypes,
            Set<String> acceptTargets,
            boolean acceptMultiple,
            boolean acceptLineItem,
            @Nullable String data,
            @Nullable String title,
            @Nullable String text) {}

    /**
     * The {@code platformnotificationservice} claim (Platform Notification Service 1.0).
     *
     * @param url where handlers are registered
     * @param noticeTypes what the platform can tell
     */
    public record NoticeService(String url, Set<String> noticeTypes) {}
}
