package org.peercoach.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * Makes a page whole before a byte of it leaves: one write with a known length instead of hundreds of small ones, and a
 * fault in a template ends on an error page instead of half a page.
 */
class WholePage extends ThymeleafView {

    private @Nullable PageEngines engines;

    @Autowired
    void useEngines(PageEngines every) {
        this.engines = every;
    }

    /** A view belongs to one language. */
    @Override
    protected ISpringTemplateEngine getTemplateEngine() {
        return engines == null || getLocale() == null ? super.getTemplateEngine() : engines.of(getLocale());
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Kept kept = new Kept(response);
        super.render(model, request, kept);
        byte[] page = kept.text().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** Keeps what is written; everything else reaches the answer itself. */
    private static final class Kept extends HttpServletResponseWrapper {

        private static final int USUAL_LENGTH = 8192;

        private final StringWriter text = new StringWriter(USUAL_LENGTH);
        private final PrintWriter writer = new PrintWriter(text);

        Kept(HttpServletResponse response) {
            super(response);
        }

        String text() {
            return text.toString();
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void flushBuffer() {
            // the page leaves when it is whole
        }
    }
}
