package org.peercoach.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.course.MemberId;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestOutput;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;

/** The file, read as a reading program would: tagged, in its language, with its title, and every name in it. */
@ApplicationTest
class CertificatePdfTests {

    private static final String NUMBER = "7KQ4M2XP9TRBH5WDC3NV";

    @Autowired
    CertificatePdf pdf;

    @Autowired
    Settings settings;

    @Test
    void fileWhenReadThenTaggedAndTitledInItsLanguage() throws IOException {
        try (PDDocument document = read("Mary Ellis")) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en-US");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Certificate of completion: Mary Ellis");
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid", "Certificate of completion: Mary Ellis");
            assertThat(tags(catalog.getStructureTreeRoot())).contains("Document", "H1", "H2", "P", "Link");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void fileWhenReadThenSaysWhatWasCompletedAndWhereToCheck() throws IOException {
        try (PDDocument document = read("Mary Ellis")) {
            assertThat(text(document).replaceAll("\\s+", " "))
                    .contains(
                            "Certificate of completion",
                            "Mary Ellis",
                            "the training sessions of the Peer Coaching program (24 hours)",
                            "(about 16 hours)",
                            "Lincoln Public Schools",
                            "Begun August 28, 2026, completed May 20, 2027",
                            "7KQ4-M2XP-9TRB-H5WD-C3NV",
                            "/public/certificate/7KQ4-M2XP-9TRB-H5WD-C3NV",
                            "not an accredited qualification")
                    .doesNotContain("portfolio");
            assertThat(links(document)).containsExactly(settings.url("/public/certificate/7KQ4-M2XP-9TRB-H5WD-C3NV"));
        }
    }

    @Test
    void fileWhenReadThenEveryFontIsEmbedded() throws IOException {
        try (PDDocument document = read("Zoë Šťastná 王小明")) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    /** A letter that no font has would be shown as a box, and read as "#" or not at all. */
    @ParameterizedTest
    @CsvSource({
        "accents, Zoë Šťastná-Nguyễn Þórsdóttir",
        "cyrillic, Олена Їжак",
        "chinese, 王小明",
        "japanese, さくら 田中",
        "korean, 김민지",
        "greek, Ελένη Παπαδοπούλου"
    })
    void nameWhenInAnyScriptThenReadBackLetterByLetter(String script, String name) throws IOException {
        try (PDDocument document = read(name)) {
            assertThat(text(document)).contains(name);
            picture(document, "certificate-" + script);
        }
    }

    @ParameterizedTest
    @CsvSource({"hebrew, שרה כהן", "arabic, ليلى حداد"})
    void nameWhenRightToLeftThenReadBackWhole(String script, String name) throws IOException {
        try (PDDocument document = read(name)) {
            String all = java.text.Normalizer.normalize(text(document), java.text.Normalizer.Form.NFKC);
            for (String word : name.split(" ")) {
                assertThat(all).contains(word);
            }
            picture(document, "certificate-" + script);
        }
    }

    @Test
    void nameWhenVeryLongOrMarkupThenStaysOnThePageAsText() throws IOException {
        String name = "<b>&amp; " + "Maximiliane ".repeat(18).strip();
        try (PDDocument document = read(name)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document).replaceAll("\\s+", " ")).contains("<b>&amp; Maximiliane Maximiliane");
            picture(document, "certificate-long");
        }
    }

    /** Points of a page, of which 72 are an inch. */
    @ParameterizedTest
    @CsvSource({"en-US, 792, 612", "en, 792, 612", "es-MX, 792, 612", "en-GB, 842, 595", "de-DE, 842, 595"})
    void fileWhenMadeThenOnThePaperOfTheCountry(String tag, int width, int height) throws IOException {
        Certificate longest = certificate("Maximiliane ".repeat(18).strip(), true);
        try (PDDocument document = Loader.loadPDF(pdf.of(longest, Locale.forLanguageTag(tag)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(Math.round(document.getPage(0).getMediaBox().getWidth())).isEqualTo(width);
            assertThat(Math.round(document.getPage(0).getMediaBox().getHeight()))
                    .isEqualTo(height);
            picture(document, "certificate-paper-" + tag);
        }
    }

    @Test
    void fileWhenThePortfolioWasPartOfItThenSaysSo() throws IOException {
        try (PDDocument document = read(certificate("Mary Ellis", true))) {
            assertThat(text(document).replaceAll("\\s+", " ")).contains("and presented a coaching portfolio");
        }
    }

    private PDDocument read(String name) throws IOException {
        return read(certificate(name, false));
    }

    private PDDocument read(Certificate certificate) throws IOException {
        return Loader.loadPDF(pdf.of(certificate, Locale.US));
    }

    static Certificate certificate(String name, boolean portfolio) {
        return new Certificate(
                1,
                new MemberId(1),
                "0b0e2f4e-5f0e-4b1e-9b1f-3c1d2e3f4a5b",
                "Lincoln Public Schools",
                Hours.USUAL,
                portfolio,
                LocalDate.of(2026, 8, 28),
                LocalDate.of(2027, 5, 20),
                new Certificate.Issue(new CertificateNumber(NUMBER), 1, name, Instant.parse("2027-05-20T15:00:00Z")),
                1,
                null);
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static List<String> tags(PDStructureNode node) {
        List<String> tags = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }

    private static List<String> links(PDDocument document) throws IOException {
        List<String> links = new ArrayList<>();
        for (PDAnnotation annotation : document.getPage(0).getAnnotations()) {
            assertThat(annotation.getContents()).isEqualTo("Check this certificate");
            COSBase action = annotation.getCOSObject().getDictionaryObject(COSName.A);
            links.add(Objects.requireNonNull(((COSDictionary) action).getString(COSName.URI)));
        }
        return links;
    }

    private static void picture(PDDocument document, String name) throws IOException {
        ImageIO.write(
                new PDFRenderer(document).renderImageWithDPI(0, 80),
                "png",
                TestOutput.file("screenshots/" + name + ".png").toFile());
    }
}
