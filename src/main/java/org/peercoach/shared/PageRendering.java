package org.peercoach.shared;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How pages are made: whole, and with links that cost no search through patterns. */
@Configuration(proxyBeanMethods = false)
class PageRendering {

    PageRendering(SpringTemplateEngine engine, ThymeleafViewResolver resolver, ResourceUrlProvider files) {
        engine.setLinkBuilder(new PageLinks(files));
        resolver.setViewClass(WholePage.class);
    }

    /** All our views are pages or redirects of one resolver; there is nothing to negotiate. */
    @Bean
    static ViewResolver viewResolver(ThymeleafViewResolver resolver) {
        return resolver;
    }

    /** Its work is done by {@link PageLinks}. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}
