package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** A page leaves whole, with its length, or not at all. */
class WholePageTests {

    /** Two, three and four bytes a sign, and nine bytes together: no piece of a power of two ends between two signs. */
    private static final String SIGNS = "\u00e9\u20ac\ud83d\ude00";

    private final StaticWebApplicationContext context = new StaticWebApplicationContext();
    private final MockServletContext servletContext = new MockServletContext();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void renderWhenPageIsLongThenEverySignAndTheLengthLeave() throws Exception {
        String text = SIGNS.repeat(100_000);

        page("<p th:text=\"${text}\">Text</p>").render(Map.of("text", text), request(), response);

        String whole = "<p>" + text + "</p>";
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(whole);
        assertThat(response.getContentLength()).isEqualTo(whole.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void renderWhenTemplateFaultsAtItsEndThenNothingHasLeft() {
        WholePage page = page("<p th:text=\"${text}\">Text</p><p th:text=\"${text.nothing}\">Fault</p>");

        assertThatThrownBy(() -> page.render(Map.of("text", SIGNS.repeat(100_000)), request(), response))
                .hasMessageContaining("nothing");

        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest(servletContext);
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        return request;
    }

    private WholePage page(String template) {
        context.setServletContext(servletContext);
        context.refresh();
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        WholePage page = new WholePage() {
            @Override
            protected ISpringTemplateEngine getTemplateEngine() {
                return engine;
            }

            @Override
            protected Locale getLocale() {
                return Locale.US;
            }
        };
        page.setApplicationContext(context);
        page.setServletContext(servletContext);
        page.setTemplateName(template);
        page.setCharacterEncoding("UTF-8");
        return page;
    }
}
