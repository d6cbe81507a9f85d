package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One text of a district: draft, preview, publishing, earlier versions, and the film of a scene. */
@Controller
class DistrictTextController {

    private static final String ADDRESS = "/d/{district}" + DistrictTextsController.PATH + "/{key}";
    private static final String FILE = "file";
    private static final int LONGEST_ADDRESS = 1000;

    private final EditableTexts all;
    private final DistrictTexts texts;
    private final OwnTextRows rows;
    private final TextPage page;

    DistrictTextController(EditableTexts all, DistrictTexts texts, OwnTextRows rows, TextPage page) {
        this.all = all;
        this.texts = texts;
        this.rows = rows;
        this.page = page;
    }

    @GetMapping(ADDRESS)
    String show(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String as,
            Model model) {
        EditableText text = at(key, as);
        page.judge(who, text, texts.edited(who.district(), text), model);
        return page.show(who, text, model);
    }

    /**
     * What a form says about itself.
     *
     * @param act keep, preview or publish
     * @param seen number of the newest publishing when the page was made; {@code revision} of the draft
     * @param as "file" for the text of the file in the place of a form
     */
    record Sent(
            @Nullable String act,
            @Nullable Integer seen,
            @Nullable Integer revision,
            @Nullable String as) {
        String how() {
            return act == null ? "keep" : act;
        }

        String asked() {
            return as == null ? "" : as;
        }

        DistrictTexts.Seen saw() {
            return new DistrictTexts.Seen(seen == null ? 0 : seen, revision == null ? 0 : revision);
        }
    }

    /** Keeps the draft whatever it says; then shows it or publishes it. */
    @PostMapping(ADDRESS)
    String save(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            Sent form,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, form.asked());
        String source = source(who, text, sent);
        Optional<DistrictTexts.Seen> kept = texts.keep(who, text, source, form.saw());
        if (kept.isEmpty()) {
            return stale(who, text, source, "training.text.stale", model, response);
        }
        if (form.how().equals("publish")) {
            if (!page.judge(who, text, source, model)) {
                model.addAttribute("refused", "training.text.refused");
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page.show(who, text, source, model);
            }
            if (!texts.publish(who, text, source, kept.get())) {
                return stale(who, text, source, "training.text.stale", model, response);
            }
        }
        flash.addFlashAttribute(
                "notice", form.how().equals("publish") ? "training.text.published" : "training.text.kept");
        String file = form.asked().equals(FILE) ? "?as=" + FILE : "";
        return "redirect:" + who.path(text.path()) + file + (form.how().equals("preview") ? "#preview" : "");
    }

    /** Another text stands there than was seen: this one stays in the fields, and that one stands beside it. */
    private String stale(
            Administrator who,
            EditableText text,
            String source,
            String why,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("refused", why);
        model.addAttribute("other", texts.edited(who.district(), text));
        page.judge(who, text, source, model);
        response.setStatus(HttpStatus.CONFLICT.value());
        return page.show(who, text, source, model);
    }

    /** For the script of the page: keeps the draft and shows it beside the fields. */
    @PostMapping(ADDRESS + "/draft")
    String draft(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            Sent form,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        EditableText text = at(key, form.asked());
        String source = source(who, text, sent);
        boolean kept = texts.keep(who, text, source, form.saw()).isPresent();
        page.judge(who, text, source, model);
        page.show(who, text, source, model);
        if (!kept) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return "training/district-text :: judged";
    }

    @PostMapping(ADDRESS + "/drop")
    String drop(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int revision,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, "");
        if (!texts.drop(who, text, revision)) {
            return changed(who, text, "training.text.stale.drop", model, response);
        }
        flash.addFlashAttribute("notice", "training.text.dropped");
        return "redirect:" + who.path(text.path());
    }

    @PostMapping(ADDRESS + "/built-in")
    String bringBack(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int seen,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, "");
        if (!texts.bringBack(who, text, seen)) {
            model.addAttribute("other", texts.current(who.district(), text));
            return changed(who, text, "training.text.stale.built-in", model, response);
        }
        flash.addFlashAttribute("notice", "training.text.brought-back");
        return "redirect:" + who.path(text.path());
    }

    /** The page as it is now, because it is another than the one on which a button was pressed. */
    private String changed(
            Administrator who, EditableText text, String why, Model model, HttpServletResponse response) {
        model.addAttribute("refused", why);
        page.judge(who, text, texts.edited(who.district(), text), model);
        response.setStatus(HttpStatus.CONFLICT.value());
        return page.show(who, text, model);
    }

    /** An earlier version as a new draft: it is looked at before it is published again. A draft that is there stays. */
    @PostMapping(ADDRESS + "/again")
    String again(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam int version,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, "");
        String body = rows.version(who.district(), key, version)
                .map(one -> Optional.ofNullable(one.body()).orElseGet(() -> all.source(text)))
                .orElseThrow(ProblemPage::notHere);
        DistrictTexts.Seen seen = new DistrictTexts.Seen(texts.newest(who.district(), text), 0);
        if (texts.keep(who, text, body, seen).isEmpty()) {
            return stale(who, text, body, "training.text.again.draft", model, response);
        }
        flash.addFlashAttribute("notice", "training.text.again");
        return "redirect:" + who.path(text.path());
    }

    @PostMapping(ADDRESS + "/film")
    String film(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable String captions,
            @RequestParam(required = false) @Nullable String remove,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = scene(key);
        if (remove == null && (captions == null || !link(address.strip()))) {
            model.addAttribute("film", new TextPage.FilmView(address, false, true));
            page.judge(who, text, texts.edited(who.district(), text), model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(who, text, model);
        }
        texts.film(who, text, remove == null ? address.strip() : null);
        flash.addFlashAttribute("notice", remove == null ? "training.film.added" : "training.film.removed");
        return "redirect:" + who.path(text.path());
    }

    /** An address that browsers open, with a host and without a password. */
    private static boolean link(String address) {
        try {
            URI link = new URI(address);
            return "https".equals(link.getScheme())
                    && link.getHost() != null
                    && link.getUserInfo() == null
                    && address.length() <= LONGEST_ADDRESS;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String source(Administrator who, EditableText text, Map<String, String> sent) {
        return TextFields.source(text.shape(), sent, texts.edited(who.district(), text));
    }

    private EditableText scene(String key) {
        EditableText text = at(key, "");
        if (!page.kind(text).equals("training.kind." + Kind.WATCH)) {
            throw ProblemPage.notHere();
        }
        return text;
    }

    private EditableText at(String key, String as) {
        EditableText text = all.text(key).orElseThrow(ProblemPage::notHere);
        return as.equals(FILE) ? text.asFile() : text;
    }
}
