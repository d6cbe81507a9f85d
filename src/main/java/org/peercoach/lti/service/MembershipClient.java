package org.peercoach.lti.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.Membership;
import org.peercoach.lti.NamesAndRoleService;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.service.ServiceCalls.Call;
import org.peercoach.shared.GuardedHttp;

/** Names and Role Provisioning Services 2.0 over HTTP. */
class MembershipClient implements NamesAndRoleService {

    /** A quarter of a million people in the pages of 50 that Canvas gives. */
    static final int MOST_PAGES = 5_000;

    private static final Set<String> SCOPES = Set.of(SCOPE);
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ServiceCalls calls;
    private final Faults faults;
    private final Pause pause;
    private final int mostPages;

    MembershipClient(ServiceCalls calls, Faults faults, Pause pause) {
        this(calls, faults, pause, MOST_PAGES);
    }

    MembershipClient(ServiceCalls calls, Faults faults, Pause pause, int mostPages) {
        this.calls = calls;
        this.faults = faults;
        this.pause = pause;
        this.mostPages = mostPages;
    }

    /** How to wait before a page is asked for again. */
    interface Pause {
        /** False when the wait was cut short because this node stops. */
        boolean of(Duration time);

        static boolean asleep(Duration time) {
            try {
                Thread.sleep(time);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @Override
    public End read(ServiceTarget target, Wish wish, Consumer<List<Membership>> page) {
        String first = address(wish);
        Set<String> seen = new HashSet<>();
        String differences = null;
        boolean complete = true;
        String url = first;
        while (url != null) {
            seen.add(url);
            GuardedHttp.Answer answer = get(target, url);
            MembershipPage read = MembershipPage.read(answer);
            page.accept(read.members());
            complete &= read.complete();
            differences = differences(url, answer).orElse(differences);
            url = next(url, answer, seen);
        }
        return new End(differences, complete);
    }

    @Override
    public String queueOf(ServiceTarget target) {
        return QueueNames.of(calls.registration(target.registrationId()));
    }

    /** The address of the claim often has a query of its own (LTI-N4). */
    private static String address(Wish wish) {
        Integer limit = wish.limit();
        String url = ServiceUrls.withParameter(wish.url(), "rlid", wish.resourceLinkId());
        url = ServiceUrls.withParameter(url, "role", wish.role());
        return ServiceUrls.withParameter(url, "limit", limit == null ? null : limit.toString());
    }

    /** A page is asked for again after a short wait, or a long list would begin anew for each busy moment. */
    private GuardedHttp.Answer get(ServiceTarget target, String url) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(target, url);
            } catch (PlatformFault fault) {
                boolean busy = fault.kind() == Kind.THROTTLED || fault.kind() == Kind.TRY_LATER;
                Duration wait = Objects.requireNonNullElse(fault.retryAfter(), Duration.ofSeconds(1L << attempt));
                if (!busy || attempt == MOST_ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0 || !pause.of(wait)) {
                    throw fault;
                }
            }
        }
    }

    private GuardedHttp.Answer once(ServiceTarget target, String url) {
        Call call = new Call("GET", url, SCOPES, MediaTypes.MEMBERS, null, null, GuardedHttp.ROSTER_SIZE);
        GuardedHttp.Answer answer = calls.send(new Grant(target, SCOPES), call);
        if (!answer.ok()) {
            throw faults.of(answer);
        }
        return answer;
    }

    /** The next page; a list that would never end, or leads to somebody else, is broken rather than short (LTI-N3). */
    private @Nullable String next(String from, GuardedHttp.Answer answer, Set<String> seen) {
        Optional<String> found = answer.header("Link").flatMap(Links::next);
        if (found.isEmpty()) {
            return null;
        }
        String next = ServiceUrls.sameOrigin(from, found.get());
        if (seen.contains(next) || seen.size() >= mostPages) {
            throw new PlatformFault(Kind.REFUSED, answer.status(), null);
        }
        return next;
    }

    /** Our token goes to nobody else, so an address of another origin is as good as none (LTI-N12). */
    private static Optional<String> differences(String from, GuardedHttp.Answer answer) {
        try {
            return answer.header("Link").flatMap(Links::differences).map(url -> ServiceUrls.sameOrigin(from, url));
        } catch (PlatformFault elsewhere) {
            return Optional.empty();
        }
    }
}
