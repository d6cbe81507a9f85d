package org.peercoach.shared;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Gives links to static files their content's version, as the web framework does for its own pages: browsers keep such
 * files for a year. Pages of filters are written before the framework has its turn.
 */
final class VersionedLinks extends HttpServletResponseWrapper {

    private final ResourceUrlProvider resources;

    VersionedLinks(HttpServletResponse response, ResourceUrlProvider resources) {
        super(response);
        this.resources = resources;
    }

    @Override
    public String encodeURL(String url) {
        int end = endOfPath(url);
        String versioned = resources.getForLookupPath(url.substring(0, end));
        return super.encodeURL(versioned == null ? url : versioned + url.substring(end));
    }

    private static int endOfPath(String url) {
        int query = url.indexOf('?');
        int hash = url.indexOf('#');
        int end = query < 0 ? url.length() : query;
        return hash < 0 ? end : Math.min(end, hash);
    }
}
