package org.peercoach.lti.launch;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.service.ServiceAddresses;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes an {@link LtiLaunch} of claims that keep every rule. Optional claims of the wrong form count as missing. */
@Component
class LaunchReader {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_LOCALE = 35;
    private static final int SMALL_FRAME = 600;
    private static final Pattern GROW = Pattern.compile("[?&]grow=1(?:[&#]|$)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Origins origins;
    private final ServiceAddresses services;

    LaunchReader(Origins origins, ServiceAddresses services) {
        this.origins = origins;
        this.services = services;
    }

    LtiLaunch read(Claims claims, Registration registration, Deployment deployment, boolean byStorage) {
        String returnUrl = returnUrl(claims);
        Predicate<String> believed =
                url -> origins.usable(url) != null && services.believed(registration, returnUrl, url);
        return new LtiLaunch(
                newId(),
                new ServiceTarget(registration.id(), deployment.id()),
                deployment.districtName(),
                registration.issuer(),
                needed(claims.text(Claims.MESSAGE_TYPE)),
                needed(claims.text(Claims.TARGET_LINK_URI)),
                user(claims),
                Claims.texts(claims.get(Claims.ROLES)),
                context(claims),
                resourceLink(claims),
                claims.custom(),
                platform(claims),
                returnUrl,
                locale(claims),
                gradebook(claims, believed),
                membershipsUrl(claims, believed),
                origins.framing(registration, returnUrl),
                deepLinking(claims),
                Claims.textOf(claims.get(Claims.FOR_USER).path("user_id")),
                notices(claims, believed),
                embedded(claims),
                byStorage);
    }

    /** LTI-T26, T27: https only. */
    @Nullable
    String returnUrl(Claims claims) {
        String url = claims.text(Claims.LAUNCH_PRESENTATION, "return_url");
        return origins.usable(url) == null ? null : url;
    }

    /** A frame of a given, small height; or a link that was placed to be one. Heights come as numbers or texts (LTI-T26). */
    private static boolean embedded(Claims claims) {
        JsonNode presentation = claims.get(Claims.LAUNCH_PRESENTATION);
        double height = presentation.path("height").asDouble(0);
        boolean small = height > 0 && height <= SMALL_FRAME;
        String target = needed(claims.text(Claims.TARGET_LINK_URI));
        return (small && "iframe".equals(Claims.textOf(presentation.path("document_target"))))
                || GROW.matcher(target).find();
    }

    /** LTI-T31. Sizes are those of the columns. */
    static LtiLaunch.ToolPlatform platform(Claims claims) {
        return new LtiLaunch.ToolPlatform(
                claims.words(Claims.TOOL_PLATFORM, "guid", 255),
                claims.words(Claims.TOOL_PLATFORM, "name", 255),
                claims.words(Claims.TOOL_PLATFORM, "product_family_code", 64),
                claims.words(Claims.TOOL_PLATFORM, "version", 64));
    }

    /** LTI-T25: names and e-mail may be missing. */
    private static LtiLaunch.User user(Claims claims) {
        return new LtiLaunch.User(
                needed(claims.text("sub")),
                Claims.words(claims.get("name"), LONGEST_NAME),
                Claims.words(claims.get("given_name"), LONGEST_NAME),
                Claims.words(claims.get("family_name"), LONGEST_NAME),
                email(claims));
    }

    private static @Nullable String email(Claims claims) {
        String email = claims.text("email");
        return email == null || email.isBlank() || email.length() > LONGEST_EMAIL ? null : email;
    }

    private static LtiLaunch.@Nullable Context context(Claims claims) {
        String id = claims.text(Claims.CONTEXT, "id");
        return id == null
                ? null
                : new LtiLaunch.Context(
                        id,
                        claims.words(Claims.CONTEXT, "label", LONGEST_TITLE),
                        claims.words(Claims.CONTEXT, "title", LONGEST_TITLE));
    }

    private static LtiLaunch.@Nullable ResourceLink resourceLink(Claims claims) {
        String id = claims.text(Claims.RESOURCE_LINK, "id");
        return id == null
                ? null
                : new LtiLaunch.ResourceLink(id, claims.words(Claims.RESOURCE_LINK, "title", LONGEST_TITLE));
    }

    /** Moodle writes {@code pt_br} for {@code pt-BR}. */
    private static @Nullable String locale(Claims claims) {
        String locale = claims.words(Claims.LAUNCH_PRESENTATION, "locale", LONGEST_LOCALE);
        return locale == null ? null : locale.replace('_', '-');
    }

    /** LTI-A1. Without one usable address there is no gradebook. */
    private static LtiLaunch.@Nullable GradebookClaim gradebook(Claims claims, Predicate<String> believed) {
        JsonNode claim = claims.get(Claims.GRADEBOOK);
        String lineItems = address(claim, "lineitems", believed);
        String lineItem = address(claim, "lineitem", believed);
        return lineItems == null && lineItem == null
                ? null
                : new LtiLaunch.GradebookClaim(Set.copyOf(Claims.texts(claim.path("scope"))), lineItems, lineItem);
    }

    /** LTI-N1: version 2.0 only. */
    private static @Nullable String membershipsUrl(Claims claims, Predicate<String> believed) {
        JsonNode claim = claims.get(Claims.MEMBERSHIPS);
        return Claims.texts(claim.path("service_versions")).contains("2.0")
                ? address(claim, "context_memberships_url", believed)
                : null;
    }

    /** LTI-D2, D3, D5. That the claim is there and its address is usable is a rule of the message. */
    private LtiLaunch.@Nullable DeepLinking deepLinking(Claims claims) {
        JsonNode settings = claims.get(Claims.DEEP_LINKING);
        String returnUrl = Claims.textOf(settings.path("deep_link_return_url"));
        if (returnUrl == null || origins.usable(returnUrl) == null) {
            return null;
        }
        return new LtiLaunch.DeepLinking(
                returnUrl,
                Set.copyOf(Claims.texts(settings.path("accept_types"))),
                Set.copyOf(Claims.texts(settings.path("accept_presentation_document_targets"))),
                settings.path("accept_multiple").asBoolean(false),
                settings.path("accept_lineitem").asBoolean(true),
                Claims.textOf(settings.path("data")),
                Claims.words(settings.path("title"), LONGEST_TITLE),
                Claims.words(settings.path("text"), LONGEST_TITLE));
    }

    /** Platform Notification Service 1.0. */
    private static LtiLaunch.@Nullable NoticeService notices(Claims claims, Predicate<String> believed) {
        JsonNode claim = claims.get(Claims.NOTICES);
        String url = address(claim, "platform_notification_service_url", believed);
        return url == null
                ? null
                : new LtiLaunch.NoticeService(url, Set.copyOf(Claims.texts(claim.path("notice_types_supported"))));
    }

    /** Ruling 25: an address elsewhere is treated as if the platform had not offered the service. */
    private static @Nullable String address(JsonNode claim, String part, Predicate<String> believed) {
        String url = Claims.textOf(claim.path(part));
        return url != null && believed.test(url) ? url : null;
    }

    private static String newId() {
        byte[] random = new byte[15];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String needed(@Nullable String claim) {
        if (claim == null) {
            throw new IllegalStateException("a claim that a rule has checked is missing");
        }
        return claim;
    }
}
