package org.peercoach.console;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.lti.administration.KeyDesk;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Our own keys, and making the next one (UX-A12). */
@Controller
class KeysController {

    private final KeyDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    KeysController(KeyDesk desk, AuditTrail audit, Clock clock) {
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** A published key; {@code stateKey} are the words of its state. */
    public record Row(
            int generation,
            String id,
            String stateKind,
            String stateIcon,
            String stateKey,
            String made,
            String signsFrom,
            @Nullable String until) {}

    @GetMapping("/operator/keys")
    String list(Model model) {
        List<KeyDesk.Key> keys = desk.list();
        model.addAttribute("rows", keys.stream().map(this::row).toList());
        model.addAttribute("mayRotate", !keys.getFirst().signsFrom().isAfter(clock.instant()));
        model.addAttribute("leadMinutes", KeyDesk.LEAD.toMinutes());
        model.addAttribute("overlapHours", KeyDesk.OVERLAP.toHours());
        model.addAttribute("ageDays", KeyDesk.AGE.toDays());
        model.addAttribute("nextAt", Times.withYear(ZoneOffset.UTC).moment(desk.nextAt()));
        return "console/keys";
    }

    @PostMapping("/operator/keys/rotate")
    String rotate(RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.rotated", () -> {
            if (!desk.rotate()) {
                throw new Refused("console.problem.rotated");
            }
            audit.note(new AuditEntry(null, null, "operator", "key.rotated", null, null));
        });
        return "redirect:/operator/keys";
    }

    private Row row(KeyDesk.Key key) {
        boolean soon = key.signsFrom().isAfter(clock.instant());
        return new Row(
                key.generation(),
                key.id(),
                key.signs() ? "ok" : soon ? "wait" : "idle",
                key.signs() ? "done" : soon ? "waiting" : "none",
                key.signs() ? "console.key.signs" : soon ? "console.key.soon" : "console.key.old",
                Times.withYear(ZoneOffset.UTC).moment(key.createdAt()),
                Times.withYear(ZoneOffset.UTC).moment(key.signsFrom()),
                Times.withYear(ZoneOffset.UTC).momentOrNull(key.publishedUntil()));
    }
}
