package org.peercoach.shared;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The guarded client (ruling 24). Behind a proxy of the JVM's settings ({@code https.proxyHost}) the proxy looks names
 * up; a name that this machine can look up as well is still checked here first.
 */
@Component
class GuardedHttpClient implements GuardedHttp, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedHttpClient.class);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(20);

    private final boolean httpToLoopback;
    private final OutgoingAddresses addresses;
    private final CloseableHttpClient direct;
    private final CloseableHttpClient throughProxy;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("outgoing-deadlines").factory());
    private final Duration wholeCall;

    @Autowired
    GuardedHttpClient(Settings settings, Environment environment) {
        this(
                new OutgoingAddresses(
                        SystemDefaultDnsResolver.INSTANCE,
                        settings.allowedPrivateHosts(),
                        environment.acceptsProfiles(Profiles.of("dev"))),
                environment.acceptsProfiles(Profiles.of("dev")),
                WHOLE_CALL);
    }

    /**
     * @param httpToLoopback whether http without TLS is good enough for this machine itself
     * @param wholeCall after how long a call is given up although bytes still trickle in
     */
    GuardedHttpClient(OutgoingAddresses addresses, boolean httpToLoopback, Duration wholeCall) {
        this.addresses = addresses;
        this.httpToLoopback = httpToLoopback;
        this.direct = OutgoingConnections.direct(addresses);
        this.throughProxy = OutgoingConnections.throughProxy(SystemDefaultDnsResolver.INSTANCE);
        this.wholeCall = wholeCall;
        this.deadlines.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Answer send(Request request) {
        URI url = checked(request.url());
        HttpUriRequestBase call = new HttpUriRequestBase(request.method().toUpperCase(Locale.ROOT), url);
        request.headers().forEach(call::setHeader);
        if (request.body() != null) {
            call.setEntity(new ByteArrayEntity(request.body().getBytes(StandardCharsets.UTF_8), null));
        }
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    call.cancel();
                },
                wholeCall.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return client(url).execute(call, new OutgoingAnswer(request.maxBytes()));
        } catch (IOException e) {
            LOG.debug("outgoing call failed", e);
            throw new Failed(late.get() ? FailureKind.TIMEOUT : kindOf(e), null);
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        direct.close();
        throughProxy.close();
    }

    private URI checked(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Failed(FailureKind.BAD_URL, null);
        }
        boolean usable = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
        boolean safe = "https".equalsIgnoreCase(url.getScheme())
                || (httpToLoopback && "http".equalsIgnoreCase(url.getScheme()) && isLoopback(url.getHost()));
        if (!usable || !safe) {
            throw new Failed(FailureKind.BAD_URL, null);
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }

    private CloseableHttpClient client(URI url) throws UnknownHostException {
        ProxySelector proxies = ProxySelector.getDefault();
        boolean proxied = proxies != null
                && proxies.select(url).stream().anyMatch(proxy -> !proxy.type().equals(Proxy.Type.DIRECT));
        if (!proxied) {
            return direct;
        }
        try {
            addresses.resolve(url.getHost());
        } catch (OutgoingAddresses.Blocked e) {
            throw e;
        } catch (UnknownHostException onlyTheProxyKnows) {
            LOG.trace("name left to the proxy");
        }
        return throughProxy;
    }

    private static FailureKind kindOf(IOException fault) {
        return switch (fault) {
            case OutgoingAddresses.Blocked e -> FailureKind.BLOCKED_ADDRESS;
            case UnknownHostException e -> FailureKind.DNS;
            case OutgoingAnswer.TooLarge e -> FailureKind.TOO_LARGE;
            case SSLException e -> FailureKind.TLS;
            case SocketTimeoutException e -> FailureKind.TIMEOUT;
            case ConnectException e -> FailureKind.REFUSED;
            case NoRouteToHostException e -> FailureKind.REFUSED;
            default -> fault.getCause() instanceof TimeoutException ? FailureKind.TIMEOUT : FailureKind.OTHER;
        };
    }
}
