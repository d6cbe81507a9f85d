package org.peercoach.training.certificate;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.peercoach.shared.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The certificate as a tagged PDF (PDF/UA): one page, all letters embedded. Its style and fonts come from this program;
 * nothing is ever fetched while it is made, whatever the page names.
 */
@Component
class CertificatePdf {

    private static final String OWN = "own";
    private static final String STYLE = "certificate-pdf.css";
    private static final String STYLE_URL = OWN + ":/static/css/" + STYLE;

    /** Longer names do not fit on two lines in large letters. */
    private static final int LONG_NAME = 60;

    /** What an XML document may not hold, as itself or written as a number: control characters in a name. */
    private static final Pattern NOT_IN_XML = Pattern.compile(
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]|&#x?0*1?[0-9a-fA-F];");

    static {
        XRLog.setLoggingEnabled(false); // it would log letters that no font has: parts of names
    }

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Settings settings;

    CertificatePdf(ITemplateEngine templates, MessageSource messages, Settings settings) {
        this.templates = templates;
        this.messages = messages;
        this.settings = settings;
    }

    /** What the template shows beside the certificate's own words. */
    public record PdfView(
            CertificateWords.Text text, String number, String url, String checkAt, boolean longName, String paper) {}

    byte[] of(Certificate certificate, Locale locale) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        // asked a second time with its own answer; whatever else a page names leads nowhere
        builder.useUriResolver((base, uri) -> uri.equals(STYLE) || uri.equals(STYLE_URL) ? STYLE_URL : null);
        builder.useProtocolsStreamImplementation(OwnFile::new, OWN);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        font(builder, "DejaVuSans.ttf", "Certificate", 400);
        font(builder, "DejaVuSans-Bold.ttf", "Certificate", 700);
        font(builder, "DroidSansFallback.ttf", "Certificate East", 400);
        font(builder, "NanumSquareRoundR.ttf", "Certificate Korea", 400);
        Paper paper = Paper.of(locale);
        builder.useDefaultPageSize(paper.width, paper.height, PageSizeUnits.MM);
        builder.withProducer("Peer Coaching");
        builder.withHtmlContent(page(certificate, locale), OWN + ":/");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withNamedLinks(pdf.toByteArray(), locale);
    }

    /** PDF/UA wants each link to say where it leads in words, which the library leaves out. */
    private byte[] withNamedLinks(byte[] made, Locale locale) {
        ByteArrayOutputStream named = new ByteArrayOutputStream(made.length);
        String words = messages.getMessage("training.certificate.check.link", null, locale);
        try (PDDocument document = Loader.loadPDF(made)) {
            for (PDPage page : document.getPages()) {
                for (PDAnnotation link : page.getAnnotations()) {
                    link.setContents(words);
                }
            }
            document.save(named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named.toByteArray();
    }

    private String page(Certificate certificate, Locale locale) {
        CertificateNumber number = certificate.issue().number();
        Context context = new Context(locale);
        context.setVariable(
                "view",
                new PdfView(
                        new CertificateWords(locale, java.time.ZoneOffset.UTC).of(certificate),
                        number.shown(),
                        settings.url(number.path()),
                        settings.url(number.path()).replaceFirst("^https?://", ""),
                        certificate.issue().name().length() > LONG_NAME,
                        Paper.of(locale).css()));
        return NOT_IN_XML
                .matcher(templates.process("training/certificate-pdf", context))
                .replaceAll("");
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open("/fonts/" + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(CertificatePdf.class.getResourceAsStream(resource), resource);
    }

    /** A file of this program that the page may name; any other is refused. */
    private record OwnFile(String url) implements FSStream {

        @Override
        public InputStream getStream() {
            if (!url.equals(STYLE_URL)) {
                throw new IllegalArgumentException("not a file of a certificate");
            }
            return open(url.substring(OWN.length() + 1));
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
