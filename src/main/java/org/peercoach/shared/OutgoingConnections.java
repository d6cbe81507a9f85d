package org.peercoach.shared;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** How connections to other servers are made: pooled, impatient, without redirects, cookies or silent repetition. */
final class OutgoingConnections {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout READ = Timeout.ofSeconds(5);
    private static final int MOST = 100;
    private static final int MOST_PER_HOST = 20;

    private OutgoingConnections() {}

    /** Connections straight to the address that the name service gives. */
    static CloseableHttpClient direct(DnsResolver names) {
        return common(pool(names)).build();
    }

    /** Connections through the proxy that the JVM's settings name for a URL. */
    static CloseableHttpClient throughProxy(DnsResolver names) {
        return common(pool(names))
                .setRoutePlanner(new SystemDefaultRoutePlanner(java.net.ProxySelector.getDefault()))
                .build();
    }

    private static HttpClientBuilder common(PoolingHttpClientConnectionManager pool) {
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(READ)
                        .setResponseTimeout(READ)
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("peer-coaching")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections();
    }

    private static PoolingHttpClientConnectionManager pool(DnsResolver names) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setDnsResolver(names)
                .setMaxConnTotal(MOST)
                .setMaxConnPerRoute(MOST_PER_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(READ)
                        .setTimeToLive(TimeValue.of(5, TimeUnit.MINUTES))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(READ).build())
                .build();
    }
}
