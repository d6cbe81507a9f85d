package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A platform's wish to begin a launch (1EdTech Security Framework 1.0, section 5.1.1.1; LTI Core 1.3, 4.1). None of it
 * is signed. Parameters that we do not know are ignored (LTI-L3).
 *
 * @param issuer the platform
 * @param clientId our name there, or null
 * @param targetLinkUri where the person wants to go
 * @param hints to be given back as they are
 * @param deploymentId where in the platform, or null
 * @param storageTarget name of the frame that offers storage, or null
 * @param again whether we ourselves ask a second time, from a tab of its own
 */
record LoginInitiation(
        String issuer,
        @Nullable String clientId,
        String targetLinkUri,
        PendingLaunch.Hints hints,
        @Nullable String deploymentId,
        @Nullable String storageTarget,
        boolean again) {

    /** Our own parameter: this login was repeated in a new tab. */
    static final String AGAIN = "pc_again";

    private static final int LONGEST_ID = 255;
    private static final int LONGEST_URI = 2000;

    /** @throws LaunchRefused if something needed is missing or absurdly long (LTI-L2) */
    static LoginInitiation read(HttpServletRequest request) {
        List<String> wrong = new ArrayList<>(3);
        String issuer = needed("iss", LONGEST_ID, request, wrong);
        String loginHint = needed("login_hint", Integer.MAX_VALUE, request, wrong);
        String target = needed("target_link_uri", LONGEST_URI, request, wrong);
        String clientId = optional("client_id", LONGEST_ID, request, wrong);
        String deploymentId = optional("lti_deployment_id", LONGEST_ID, request, wrong);
        String storage = optional("lti_storage_target", LONGEST_ID, request, wrong);
        if (!wrong.isEmpty()) {
            Fault fault = new Fault("LTI-L2", Refusal.LOGIN_INCOMPLETE).comparing(String.join(", ", wrong), null);
            throw LaunchRefused.of(fault, String.join(", ", wrong));
        }
        PendingLaunch.Hints hints = new PendingLaunch.Hints(loginHint, request.getParameter("lti_message_hint"));
        boolean again = request.getParameter(AGAIN) != null;
        return new LoginInitiation(issuer, clientId, target, hints, deploymentId, storage, again);
    }

    private static String needed(String name, int longest, HttpServletRequest request, List<String> wrong) {
        String value = optional(name, longest, request, wrong);
        if (value == null) {
            wrong.add(name);
            return "";
        }
        return value;
    }

    private static @Nullable String optional(String name, int longest, HttpServletRequest request, List<String> wrong) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest) {
            wrong.add(name);
        }
        return value;
    }
}
