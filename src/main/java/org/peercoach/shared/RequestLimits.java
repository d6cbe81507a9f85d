package org.peercoach.shared;

import jakarta.servlet.http.HttpServletRequest;

/** How often one address may call the pages that need no session (ruling: 429 with a page, never a silent drop). */
public interface RequestLimits {

    /**
     * Counts this request against the limit of {@code kind} for the client's address.
     *
     * @throws ProblemPage.Thrown with status 429 when the limit is reached
     */
    void count(String kind, int perMinute, HttpServletRequest request);

    /** The client's address; forwarded addresses are believed from trusted proxies only. */
    String clientAddress(HttpServletRequest request);
}
