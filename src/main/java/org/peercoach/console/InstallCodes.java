package org.peercoach.console;

import java.time.Clock;
import java.util.List;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.DistrictFigures;
import org.peercoach.lti.administration.CodeDesk;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time install codes of a district, or for the operator of any (ruling 26). */
@Service
class InstallCodes {

    private static final int MOST_WAITING = 20;
    private static final int LONGEST_DISTRICT = 100;

    /** A code as the page lists it; never the code itself. */
    public record Row(long id, String district, String made, String until, String stateKey, boolean waiting) {}

    private final CodeDesk desk;
    private final DistrictFigures districts;
    private final AuditTrail audit;
    private final Clock clock;

    InstallCodes(CodeDesk desk, DistrictFigures districts, AuditTrail audit, Clock clock) {
        this.desk = desk;
        this.districts = districts;
        this.audit = audit;
        this.clock = clock;
    }

    List<Row> list(Caller caller, Times times) {
        return desk.list(caller.districtName()).stream()
                .map(code -> {
                    boolean waiting = waits(code);
                    String state = waiting ? "waits" : code.used() ? "used" : "old";
                    return new Row(
                            code.id(),
                            code.districtName(),
                            times.moment(code.createdAt()),
                            times.moment(code.expiresAt()),
                            "console.code.state." + state,
                            waiting);
                })
                .toList();
    }

    /** A new code in plain; {@code typed} is the district that the operator names. */
    @Transactional
    public String make(Caller caller, String typed) {
        String own = caller.districtName();
        String district = own != null ? own : typed.strip().replaceAll("\\s+", " ");
        if (district.isEmpty()) {
            throw new Refused("console.problem.district-missing");
        }
        if (own == null
                && (district.length() > LONGEST_DISTRICT || district.chars().anyMatch(Character::isISOControl))) {
            throw new Refused("console.problem.district-long");
        }
        if (desk.list(district).stream().filter(this::waits).count() >= MOST_WAITING) {
            throw new Refused("console.problem.codes");
        }
        String code = desk.make(district, caller.actor());
        note(caller, "install-code.made", district);
        return code;
    }

    @Transactional
    public void withdraw(Caller caller, long id) {
        String district = desk.list(caller.districtName()).stream()
                .filter(code -> code.id() == id)
                .findFirst()
                .map(CodeDesk.KnownCode::districtName)
                .orElseThrow(() -> new Refused("console.problem.meanwhile"));
        if (!desk.withdraw(id, caller.districtName())) {
            throw new Refused("console.problem.meanwhile");
        }
        note(caller, "install-code.withdrawn", district);
    }

    private boolean waits(CodeDesk.KnownCode code) {
        return !code.used() && code.expiresAt().isAfter(clock.instant());
    }

    private void note(Caller caller, String act, String district) {
        Long id = caller.district() != null
                ? caller.district()
                : districts.idOf(district).orElse(null);
        audit.note(new AuditEntry(id, null, caller.actor(), act, null, district));
    }
}
