package org.peercoach.lti.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.DeepLinkingService;
import tools.jackson.databind.JsonNode;

/** Rules on a message that asks for something to place (Deep Linking 2.0, section 4.4.1); other messages keep them all. */
final class DeepLinkingRules {

    private final Origins origins;

    DeepLinkingRules(Origins origins) {
        this.origins = origins;
    }

    List<LaunchRule> all() {
        return List.of(this::returnUrl, DeepLinkingRules::acceptTypes);
    }

    /** LTI-D2: https only, since the answer is posted there. */
    private @Nullable Fault returnUrl(LaunchCheck launch) {
        return !asked(launch) || origins.usable(Claims.textOf(settings(launch).path("deep_link_return_url"))) != null
                ? null
                : new Fault("LTI-D2", Refusal.LAUNCH_PICK_RETURN);
    }

    /** LTI-D2: a list that names something; what it names is looked at when somebody picks (LTI-D3). */
    private static @Nullable Fault acceptTypes(LaunchCheck launch) {
        return !asked(launch)
                        || !Claims.texts(settings(launch).path("accept_types")).isEmpty()
                ? null
                : new Fault("LTI-D2", Refusal.LAUNCH_PICK_TYPES);
    }

    private static boolean asked(LaunchCheck launch) {
        return DeepLinkingService.REQUEST.equals(launch.claims().text(Claims.MESSAGE_TYPE));
    }

    private static JsonNode settings(LaunchCheck launch) {
        return launch.claims().get(Claims.DEEP_LINKING);
    }
}
