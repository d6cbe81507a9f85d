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
import org.peercoach.training.OwnTextRows.Draft;
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
    String show(@CurrentAdministrator Administrator who, @PathVariable String key, Model model) {
        EditableText text = at(key);
        page.judge(who, text, texts.edited(who.district(), text), model);
        return page.show(who, text, model);
    }

    /** Keeps the draft whatever it says; then shows it or publishes it. */
    @PostMapping(ADDRESS)
    String save(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "keep") String act,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key);
        String source = source(who, text, sent);
        if (!texts.keep(who, text, source, revision)) {
            return stale(who, text, source, model, response);
        }
        if (act.equals("publish")) {
            return publish(who, text, source, model, flash, response);
        }
        flash.addFlashAttribute("notice", "training.text.kept");
        return "redirect:" + who.path(text.path()) + (act.equals("preview") ? "#preview" : "");
    }

    private String publish(
            Administrator who,
            EditableText text,
            String source,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (!page.judge(who, text, source, model)) {
            model.addAttribute("refused", "training.text.refused");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(who, text, source, model);
        }
        if (!texts.publish(who, text, source)) {
            return stale(who, text, source, model, response);
        }
        flash.addFlashAttribute("notice", "training.text.published");
        return "redirect:" + who.path(text.path());
    }

    /** Somebody else was faster: what was typed stays in the fields, and what they saved stands beside it. */
    private String stale(
            Administrator who, EditableText text, String source, Model model, HttpServletResponse response) {
        model.addAttribute("refused", "training.text.stale");
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
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        EditableText text = at(key);
        String source = source(who, text, sent);
        boolean kept = texts.keep(who, text, source, revision);
        page.judge(who, text, source, model);
        page.show(who, text, source, model);
        if (!kept) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return "training/district-text :: judged";
    }

    @PostMapping(ADDRESS + "/drop")
    String drop(@CurrentAdministrator Administrator who, @PathVariable String key, RedirectAttributes flash) {
        EditableText text = at(key);
        texts.drop(who, text);
        flash.addFlashAttribute("notice", "training.text.dropped");
        return "redirect:" + who.path(text.path());
    }

    @PostMapping(ADDRESS + "/built-in")
    String bringBack(@CurrentAdministrator Administrator who, @PathVariable String key, RedirectAttributes flash) {
        EditableText text = at(key);
        texts.bringBack(who, text);
        flash.addFlashAttribute("notice", "training.text.brought-back");
        return "redirect:" + who.path(text.path());
    }

    /** An earlier version as a new draft: it is looked at before it is published again. */
    @PostMapping(ADDRESS + "/again")
    String again(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam int version,
            RedirectAttributes flash) {
        EditableText text = at(key);
        String body = rows.version(who.district(), key, version)
                .map(one -> Optional.ofNullable(one.body()).orElseGet(() -> all.source(text)))
                .orElseThrow(DistrictTextController::notHere);
        int seen = rows.draft(who.district(), key).map(Draft::revision).orElse(0);
        texts.keep(who, text, body, seen);
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
        EditableText text = at(key);
        if (!page.kind(text).equals("training.kind." + Kind.WATCH)) {
            throw notHere();
        }
        return text;
    }

    private EditableText at(String key) {
        return all.text(key).orElseThrow(DistrictTextController::notHere);
    }

    private static ProblemPage.Thrown notHere() {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "NOT-FOUND", "shared.problem.not-found")
                .thrown();
    }
}
