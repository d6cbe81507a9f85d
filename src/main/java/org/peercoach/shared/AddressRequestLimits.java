package org.peercoach.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Limits kept in this node's memory: with n nodes an address gets at most n times as much. */
@Component
class AddressRequestLimits implements RequestLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 100_000;
    private static final int MOST_HOPS = 20;

    private record Counter(String kind, String network) {}

    private final List<AddressRange> trustedProxies;
    private final Cache<Counter, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    AddressRequestLimits(Settings settings) {
        this.trustedProxies = settings.trustedProxies().stream()
                .map(String::strip)
                .map(AddressRange::parse)
                .toList();
    }

    @Override
    public void count(String kind, int perMinute, HttpServletRequest request) {
        Counter counter = new Counter(kind, network(clientAddress(request)));
        Bucket bucket = buckets.get(
                counter,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw ProblemPage.of(HttpStatus.TOO_MANY_REQUESTS, "TOO-MANY", "shared.problem.too-many")
                    .thrown();
        }
    }

    @Override
    public String clientAddress(HttpServletRequest request) {
        String nearest = request.getRemoteAddr();
        InetAddress address = literal(nearest);
        List<String> hops = hops(request);
        for (int i = hops.size() - 1; i >= 0 && address != null && isTrusted(address); i--) {
            InetAddress before = literal(hops.get(i));
            if (before == null) {
                break; // whoever wrote this is no proxy of ours
            }
            address = before;
        }
        return address == null ? nearest : address.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    private static List<String> hops(HttpServletRequest request) {
        String forwarded = String.join(",", java.util.Collections.list(request.getHeaders("X-Forwarded-For")));
        String[] hops = forwarded.split(",", -1);
        return Arrays.asList(hops).subList(Math.max(0, hops.length - MOST_HOPS), hops.length);
    }

    /** One household or school has a whole /64 of IPv6 addresses, so that counts as one. */
    private static String network(String address) {
        return literal(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                : address;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
