package org.peercoach.shared;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Links of pages. A file of ours is named with the hash of what is in it; that name is looked up once. All other links
 * stay as they are: nothing is ever written into them, for there is no session id.
 */
class PageLinks extends StandardLinkBuilder {

    private final ResourceUrlProvider files;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    PageLinks(ResourceUrlProvider files) {
        this.files = files;
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        return link.startsWith("/static/") || link.startsWith("/webjars/")
                ? names.computeIfAbsent(link, this::withHash)
                : link;
    }

    private String withHash(String link) {
        return Optional.ofNullable(files.getForLookupPath(link)).orElse(link);
    }
}
