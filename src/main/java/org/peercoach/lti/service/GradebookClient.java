package org.peercoach.lti.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.LineItem;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.Score;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.service.ServiceCalls.Call;
import org.peercoach.shared.GuardedHttp;
import tools.jackson.databind.JsonNode;

/** Assignment and Grade Services 2.0 over HTTP. */
class GradebookClient implements AssignmentAndGradeService {

    private static final int MOST_PAGES = 100;

    private final ServiceCalls calls;
    private final Faults faults;
    private final PlatformFamilies families;
    private final String launchUrl;

    GradebookClient(ServiceCalls calls, Faults faults, PlatformFamilies families, String launchUrl) {
        this.calls = calls;
        this.faults = faults;
        this.families = families;
        this.launchUrl = launchUrl;
    }

    @Override
    public List<LineItem> find(
            ServiceTarget target,
            Set<String> scopes,
            String lineItemsUrl,
            @Nullable String resourceId,
            @Nullable String tag,
            @Nullable String resourceLinkId) {
        String url = ServiceUrls.withParameter(lineItemsUrl, "resource_link_id", resourceLinkId);
        url = ServiceUrls.withParameter(url, "resource_id", resourceId);
        url = ServiceUrls.withParameter(url, "tag", tag);
        // Filters are asked for and applied again, for a platform may ignore them.
        return allPages(new Grant(target, scopes), url).stream()
                .filter(item -> item.id() != null)
                .filter(item -> resourceId == null || resourceId.equals(item.resourceId()))
                .filter(item -> tag == null || tag.equals(item.tag()))
                .filter(item -> resourceLinkId == null || resourceLinkId.equals(item.resourceLinkId()))
                .toList();
    }

    @Override
    public LineItem create(ServiceTarget target, Set<String> scopes, String lineItemsUrl, LineItem item) {
        String body = LineItemBody.of(item, isCanvas(target) ? launchUrl(item) : null);
        Call call = new Call(
                "POST", lineItemsUrl, Set.of(Grant.LINE_ITEM), MediaTypes.LINE_ITEM, MediaTypes.LINE_ITEM, body);
        GuardedHttp.Answer answer = confirmed(calls.send(new Grant(target, scopes), call));
        LineItem created = LineItemBody.read(Json.read(answer), lineItemsUrl);
        if (created.id() == null) {
            throw new PlatformFault(Kind.REFUSED, answer.status(), null);
        }
        return created;
    }

    @Override
    public void delete(ServiceTarget target, Set<String> scopes, String lineItemUrl) {
        Call call = new Call("DELETE", lineItemUrl, Set.of(Grant.LINE_ITEM), null, null, null);
        confirmed(calls.send(new Grant(target, scopes), call));
    }

    @Override
    public void send(ServiceTarget target, Set<String> scopes, String lineItemUrl, Score score) {
        Grant grant = new Grant(target, scopes);
        boolean canvas = isCanvas(target);
        GuardedHttp.Answer answer = post(grant, lineItemUrl, ScoreBody.of(score, canvas));
        if (!canvas
                && answer.status() == 422
                && answer.body().toLowerCase(Locale.ROOT).contains("attempts")) {
            // A Canvas that did not say so counts attempts: ask again as grading only (LTI-A19).
            answer = post(grant, lineItemUrl, ScoreBody.of(score, true));
        }
        if (!answer.ok()) {
            throw faults.ofScore(answer);
        }
    }

    @Override
    public Optional<Result> result(ServiceTarget target, Set<String> scopes, String lineItemUrl, String userId) {
        String url = ServiceUrls.withParameter(ServiceUrls.inPath(lineItemUrl, "/results"), "user_id", userId);
        Call call = new Call("GET", url, Set.of(Grant.RESULT_READ), MediaTypes.RESULTS, null, null);
        JsonNode results = Json.read(confirmed(calls.send(new Grant(target, scopes), call)));
        return results.valueStream()
                .filter(result -> userId.equals(Json.text(result, "userId")))
                .findFirst()
                .map(ResultBody::read);
    }

    @Override
    public String queueOf(ServiceTarget target) {
        Registration registration = calls.registration(target.registrationId());
        return QueueNames.of(registration);
    }

    private GuardedHttp.Answer post(Grant grant, String lineItemUrl, String body) {
        Call call = new Call(
                "POST", ServiceUrls.inPath(lineItemUrl, "/scores"), Set.of(Grant.SCORE), null, MediaTypes.SCORE, body);
        return calls.send(grant, call);
    }

    /** Follows the links as they are; never asks for a limit, which Moodle does not survive (LTI-A6, MOODLE-3.4). */
    private List<LineItem> allPages(Grant grant, String first) {
        List<LineItem> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String url = first;
        while (seen.add(url)) {
            if (seen.size() > MOST_PAGES) {
                throw new PlatformFault(Kind.REFUSED, 0, null);
            }
            Call call = new Call(
                    "GET", url, Set.of(Grant.LINE_ITEM, Grant.LINE_ITEM_READ), MediaTypes.LINE_ITEMS, null, null);
            GuardedHttp.Answer answer = confirmed(calls.send(grant, call));
            Json.read(answer).valueStream().forEach(node -> items.add(LineItemBody.read(node, first)));
            Optional<String> next = answer.header("Link").flatMap(Links::next);
            if (next.isEmpty()) {
                break;
            }
            url = ServiceUrls.sameOrigin(first, next.get());
        }
        return items;
    }

    private GuardedHttp.Answer confirmed(GuardedHttp.Answer answer) {
        if (!answer.ok()) {
            throw faults.of(answer);
        }
        return answer;
    }

    private boolean isCanvas(ServiceTarget target) {
        return families.isCanvas(calls.registration(target.registrationId()), target.deploymentId());
    }

    private String launchUrl(LineItem item) {
        String activity = item.resourceId();
        return activity == null
                ? launchUrl
                : launchUrl + "?pc_activity=" + URLEncoder.encode(activity, StandardCharsets.UTF_8);
    }
}
