package org.peercoach.lti.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.Membership;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.shared.GuardedHttp;
import tools.jackson.databind.JsonNode;

/**
 * One page of a membership container (NRPS 2.0).
 *
 * @param complete false when an entry has no id that could be a person's
 */
record MembershipPage(List<Membership> members, boolean complete) {

    private static final String CUSTOM = "https://purl.imsglobal.org/spec/lti/claim/custom";
    private static final int LONGEST_ID = 255;

    /** @throws PlatformFault if it has no members array: then it is not known who is in the course (LTI-N6) */
    static MembershipPage read(GuardedHttp.Answer answer) {
        JsonNode entries = Json.read(answer).path("members");
        if (!entries.isArray()) {
            throw new PlatformFault(Kind.REFUSED, answer.status(), null);
        }
        List<Membership> members = new ArrayList<>(entries.size());
        for (JsonNode entry : entries) {
            String id = Json.text(entry, "user_id");
            if (id != null && id.length() <= LONGEST_ID) {
                members.add(member(id, entry));
            }
        }
        return new MembershipPage(List.copyOf(members), members.size() == entries.size());
    }

    private static Membership member(String id, JsonNode entry) {
        return new Membership(
                id,
                status(Json.text(entry, "status")),
                entry.path("roles")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList(),
                Json.text(entry, "name"),
                Json.text(entry, "given_name"),
                Json.text(entry, "family_name"),
                custom(entry.path("message")));
    }

    private static Membership.Status status(@Nullable String text) {
        return switch (text == null ? "" : text) {
            case "Inactive" -> Membership.Status.INACTIVE;
            case "Deleted" -> Membership.Status.DELETED;
            default -> Membership.Status.ACTIVE;
        };
    }

    /** Custom parameters stand in one of several messages; variables that the platform does not know are left out. */
    private static Map<String, String> custom(JsonNode messages) {
        Map<String, String> custom = new LinkedHashMap<>();
        messages.valueStream()
                .forEach(message -> message.path(CUSTOM)
                        .propertyStream()
                        .filter(one -> one.getValue().isString())
                        .filter(one -> !one.getValue().asString().startsWith("$"))
                        .forEach(one -> custom.put(one.getKey(), one.getValue().asString())));
        return Map.copyOf(custom);
    }
}
