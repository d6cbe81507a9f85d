package org.peercoach.demo.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what a trainer picked in the tool into the course (Deep Linking 2.0, 2.3). */
public final class DeepLinks {

    private static final String DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    private final Parts parts;
    private final ToolSignature signatures;
    private final Launches launches;

    DeepLinks(Parts parts, ToolSignature signatures, Launches launches) {
        this.parts = parts;
        this.signatures = signatures;
        this.launches = launches;
    }

    /**
     * What came of it.
     *
     * @param added the new links
     * @param message the tool's own words for the person, or null; Moodle shows none
     * @param courseId where it was picked for
     */
    public record Outcome(
            List<Link> added,
            @Nullable String message,
            @Nullable String courseId) {}

    /**
     * Adds what was picked.
     *
     * @throws IllegalArgumentException with what is wrong, for people to read
     */
    public Outcome accept(String launchId, String jwt) {
        ToolSignature.Checked checked = signatures.check(jwt);
        ToolSignature.Fault fault = checked.fault();
        if (fault != null) {
            throw new IllegalArgumentException("The tool's answer is not signed as it should be: " + fault.words());
        }
        Launch launch = launches.takePicking(launchId)
                .orElseThrow(() -> new IllegalArgumentException("This pick was answered before, or is too old."));
        Map<String, Object> claims = checked.claims();
        String wrong = wrong(claims, launch);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        List<Link> added = Json.asList(claims.get(DEEP + "content_items")).stream()
                .map(Json::asObject)
                .filter(one -> "ltiResourceLink".equals(one.get("type")))
                .map(one -> add(one, launch))
                .toList();
        return new Outcome(added, words(claims), launch.link().courseId());
    }

    private @Nullable String words(Map<String, Object> claims) {
        String error = Json.text(claims, DEEP + "errormsg");
        return parts.switches().moodle() ? null : error == null ? Json.text(claims, DEEP + "msg") : error;
    }

    private @Nullable String wrong(Map<String, Object> claims, Launch launch) {
        String claim = "https://purl.imsglobal.org/spec/lti/claim/";
        Double expires = Json.number(claims, "exp");
        if (expires == null || expires < parts.clock().instant().getEpochSecond()) {
            return "The tool's answer is too old.";
        }
        if (!"LtiDeepLinkingResponse".equals(claims.get(claim + "message_type"))
                || !"1.3.0".equals(claims.get(claim + "version"))) {
            return "The tool's answer is of another kind.";
        }
        if (!launch.tool().deploymentId().equals(claims.get(claim + "deployment_id"))
                || !launch.tool().clientId().equals(claims.get("iss"))) {
            return "The tool's answer belongs to another installation.";
        }
        if (parts.switches().canvas() && !launch.id().equals(claims.get(DEEP + "data"))) {
            return "The tool’s answer lacks the data that went with the question.";
        }
        boolean forUs = parts.endpoints().issuer().equals(claims.get("aud"))
                || Json.strings(claims.get("aud")).contains(parts.endpoints().issuer());
        return forUs && claims.get("nonce") != null ? null : "The tool's answer is for another LMS.";
    }

    private Link add(Map<String, Object> item, Launch launch) {
        Map<String, String> custom = new LinkedHashMap<>();
        Json.asObject(item.get("custom")).forEach((name, value) -> custom.put(name, String.valueOf(value)));
        String title = Optional.ofNullable(Json.text(item, "title"))
                .orElse(launch.tool().name());
        Link link = new Link(
                parts.notebook().nextId(),
                launch.link().courseId(),
                title,
                Optional.ofNullable(Json.text(item, "text")).orElse(""),
                Optional.ofNullable(Json.text(item, "url")).orElse(launch.tool().targetLinkUri()),
                custom,
                Set.of(Person.Kind.values()));
        parts.notebook().change(now -> now.with(link));
        Map<String, Object> lineItem = Json.asObject(item.get("lineItem"));
        if (!lineItem.isEmpty()) {
            addColumn(lineItem, link);
        }
        parts.notebook().tell(Event.Kind.SET_UP, launch.person().name() + " added “" + title + "” to the course");
        return link;
    }

    private void addColumn(Map<String, Object> lineItem, Link link) {
        Double maximum = Json.number(lineItem, "scoreMaximum");
        Column column = new Column(
                parts.notebook().nextId(),
                String.valueOf(link.courseId()),
                Optional.ofNullable(Json.text(lineItem, "label")).orElse(link.title()),
                maximum == null ? 100 : maximum,
                Json.text(lineItem, "resourceId"),
                Json.text(lineItem, "tag"),
                link.id(),
                false);
        parts.notebook().change(now -> now.with(column));
    }
}
