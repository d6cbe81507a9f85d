package org.peercoach.lti.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
import tools.jackson.databind.node.ObjectNode;

/** Assignment and Grade Services 2.0 over HTTP. */
class GradebookClient implements AssignmentAndGradeService {

    private static final int MOST_PAGES = 1000;
    private static final Set<Integer> NO_SUCH_LINK = Set.of(403, 404, 412);

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
        Grant grant = new Grant(target, scopes);
        GuardedHttp.Answer answer = postItem(grant, lineItemsUrl, item);
        if (item.resourceLinkId() != null && NO_SUCH_LINK.contains(answer.status())) {
            answer = postItem(grant, lineItemsUrl, item.withoutLink());
        }
        LineItem created = LineItemBody.read(Json.read(confirmed(answer)), lineItemsUrl);
        if (created.id() == null) {
            throw new PlatformFault(Kind.REFUSED, answer.status(), null);
        }
        return created;
    }

    private GuardedHttp.Answer postItem(Grant grant, String lineItemsUrl, LineItem item) {
        String body = LineItemBody.of(item, isCanvas(grant.target()) ? launchUrl(item) : null);
        return calls.send(
                grant,
                new Call(
                        "POST",
                        lineItemsUrl,
                        Set.of(Grant.LINE_ITEM),
                        MediaTypes.LINE_ITEM,
                        MediaTypes.LINE_ITEM,
                        body));
    }

    @Override
    public LineItem update(
            ServiceTarget target, Set<String> scopes, String lineItemUrl, UnaryOperator<LineItem> change) {
        Grant grant = new Grant(target, scopes);
        Set<String> scope = Set.of(Grant.LINE_ITEM);
        Call get = new Call("GET", lineItemUrl, scope, MediaTypes.LINE_ITEM, null, null);
        JsonNode whole = Json.read(confirmed(calls.send(grant, get)));
        LineItem now = LineItemBody.read(whole, lineItemUrl);
        LineItem wanted = change.apply(now);
        if (wanted.equals(now) || !(whole instanceof ObjectNode object)) {
            return now;
        }
        String body = LineItemBody.changed(object, wanted);
        Call put = new Call("PUT", lineItemUrl, scope, MediaTypes.LINE_ITEM, MediaTypes.LINE_ITEM, body);
        confirmed(calls.send(grant, put));
        return wanted;
    }

    @Override
    public void delete(ServiceTarget target, Set<String> scopes, String lineItemUrl) {
        Call call = new Call("DELETE", lineItemUrl, Set.of(Grant.LINE_ITEM), null, null, null);
        confirmed(calls.send(new Grant(target, scopes), call));
    }

    @Override
    public void send(ServiceTarget target, Set<String> scopes, String lineItemUrl, Score score) {
        Grant grant = new Grant(target, scopes);
        ScoreBody.CanvasPart canvas = new ScoreBody.CanvasPart(launchUrl);
        boolean known = isCanvas(target);
        GuardedHttp.Answer answer = post(grant, lineItemUrl, ScoreBody.of(score, known ? canvas : null));
        if (!known
                && answer.status() == 422
                && answer.body().toLowerCase(Locale.ROOT).contains("attempts")) {
            // A Canvas that did not say so counts attempts: ask again as grading only (LTI-A19).
            answer = post(grant, lineItemUrl, ScoreBody.of(score, canvas));
        }
        if (!answer.ok()) {
            throw faults.ofScore(answer);
        }
    }

    @Override
    public Optional<Result> result(ServiceTarget target, Set<String> scopes, String lineItemUrl, String userId) {
        String url = ServiceUrls.withParameter(ServiceUrls.inPath(lineItemUrl, "/results"), "user_id", userId);
        return Optional.ofNullable(results(new Grant(target, scopes), url).get(userId));
    }

    @Override
    public Map<String, Result> results(ServiceTarget target, Set<String> scopes, String lineItemUrl) {
        return results(new Grant(target, scopes), ServiceUrls.inPath(lineItemUrl, "/results"));
    }

    private Map<String, Result> results(Grant grant, String url) {
        Map<String, Result> results = new HashMap<>();
        eachPage(grant, Call.list(url, Set.of(Grant.RESULT_READ), MediaTypes.RESULTS), node -> {
            String user = Json.text(node, "userId");
            if (user != null) {
                results.putIfAbsent(user, ResultBody.read(node));
            }
        });
        return results;
    }

    @Override
    public String queueOf(ServiceTarget target) {
        Registration registration = calls.registration(target.registrationId());
        return QueueNames.of(registration);
    }

    @Override
    public void tryAgain(String queue) {
        calls.forgetRefusals(queue);
    }

    private GuardedHttp.Answer post(Grant grant, String lineItemUrl, String body) {
        Call call = new Call(
                "POST", ServiceUrls.inPath(lineItemUrl, "/scores"), Set.of(Grant.SCORE), null, MediaTypes.SCORE, body);
        return calls.send(grant, call);
    }

    private List<LineItem> allPages(Grant grant, String url) {
        List<LineItem> items = new ArrayList<>();
        Set<String> scopes = Set.of(Grant.LINE_ITEM, Grant.LINE_ITEM_READ);
        eachPage(grant, Call.list(url, scopes, MediaTypes.LINE_ITEMS), node -> items.add(LineItemBody.read(node, url)));
        return items;
    }

    /** Follows the links as they are; never asks for a limit, which Moodle does not survive (LTI-A6, MOODLE-3.4). */
    private void eachPage(Grant grant, Call first, Consumer<JsonNode> reader) {
        Set<String> seen = new HashSet<>();
        String url = first.url();
        while (seen.add(url)) {
            if (seen.size() > MOST_PAGES) {
                throw new PlatformFault(Kind.REFUSED, 0, null);
            }
            GuardedHttp.Answer answer = confirmed(calls.send(grant, Call.list(url, first.scopes(), first.accept())));
            Json.read(answer).valueStream().forEach(reader);
            Optional<String> next = answer.header("Link").flatMap(Links::next);
            if (next.isEmpty()) {
                break;
            }
            url = ServiceUrls.sameOrigin(first.url(), next.get());
        }
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
