package org.peercoach.console;

import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.DistrictFigures;
import org.peercoach.lti.administration.DeploymentDesk;
import org.peercoach.lti.administration.KnownDeployment;
import org.peercoach.shared.ProblemPage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about deployments (rulings 5 and 6): the operator about all; a district about those of its own LMS, into itself,
 * unless the operator has decided. Each act is in the audit log, or has not happened.
 */
@Service
class Approvals {

    private static final int LONGEST_DISTRICT = 100;

    private final DeploymentDesk desk;
    private final DistrictFigures districts;
    private final AuditTrail audit;

    Approvals(DeploymentDesk desk, DistrictFigures districts, AuditTrail audit) {
        this.desk = desk;
        this.districts = districts;
        this.audit = audit;
    }

    /**
     * Opens one that waits, was refused, or was closed.
     *
     * @param typed the district that the operator names; not read for a district's own people
     * @throws Refused if it must not be
     */
    @Transactional
    public void approve(Caller caller, long id, String typed) {
        KnownDeployment deployment = find(caller, id);
        String own = caller.districtName();
        if (own != null && deployment.decidedByOperator()) {
            throw new Refused("console.problem.operator-decided");
        }
        String district = own != null ? own : named(deployment, typed);
        if (!desk.approve(id, district)) {
            throw new Refused("console.problem.meanwhile");
        }
        note(caller, "deployment.approved", deployment, district, deployment.status() + " -> APPROVED, " + district);
    }

    /** Leaves one that waits outside. */
    @Transactional
    public void refuse(Caller caller, long id) {
        KnownDeployment deployment = find(caller, id);
        if (!desk.refuse(id, caller.actor().equals("operator"))) {
            throw new Refused("console.problem.meanwhile");
        }
        note(caller, "deployment.refused", deployment, deployment.districtName(), null);
    }

    /** Closes one that is open; a district's last one only the operator closes, for its people would lock themselves out. */
    @Transactional
    public void close(Caller caller, long id) {
        String own = caller.districtName();
        long open = own == null ? 0 : desk.holdOpen(own);
        KnownDeployment deployment = find(caller, id);
        if (own != null && open <= 1) {
            throw new Refused("console.problem.last");
        }
        if (!desk.close(id, caller.actor().equals("operator"))) {
            throw new Refused("console.problem.meanwhile");
        }
        note(caller, "deployment.closed", deployment, deployment.districtName(), null);
    }

    private KnownDeployment find(Caller caller, long id) {
        return desk.find(id, caller.districtName()).orElseThrow(ProblemPage::notHere);
    }

    /** It moves only while nobody works in it. */
    private String named(KnownDeployment deployment, String typed) {
        String name = typed.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.equals(deployment.districtName())) {
            return deployment.districtName();
        }
        if (name.length() > LONGEST_DISTRICT || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("console.problem.district-long");
        }
        if (districts.inUse(deployment.id())) {
            throw new Refused("console.problem.in-use");
        }
        return name;
    }

    private void note(
            Caller caller, String act, KnownDeployment deployment, String district, @Nullable String details) {
        Long id = caller.district() != null
                ? caller.district()
                : districts.idOf(district).orElse(null);
        audit.note(new AuditEntry(id, null, caller.actor(), act, "deployment:" + deployment.id(), details));
    }
}
