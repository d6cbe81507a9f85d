package org.peercoach.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        kept.leave();
    }

    /** Keeps what is written; everything else reaches the answer itself. */
    private static final class Kept extends HttpServletResponseWrapper {

        private final Pieces pieces = new Pieces();
        private final PrintWriter writer =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(pieces, StandardCharsets.UTF_8)));

        Kept(HttpServletResponse response) {
            super(response);
        }

        void leave() throws IOException {
            writer.flush();
            getResponse().setContentLength(pieces.length);
            OutputStream out = getResponse().getOutputStream();
            for (byte[] piece : pieces.all) {
                out.write(piece);
            }
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

    /**
     * What was written, piece by piece as it came: a long page in one array would be a "humongous" object, and each of those
     * makes the garbage collector mark the whole heap.
     */
    private static final class Pieces extends OutputStream {

        private final List<byte[]> all = new ArrayList<>();
        private int length;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            all.add(Arrays.copyOfRange(bytes, from, from + count));
            length += count;
        }
    }
}
