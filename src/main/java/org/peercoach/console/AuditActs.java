package org.peercoach.console;

import java.util.List;

/** Every act that the rooms note, in the order in which people look for them; each has a word of its own. */
final class AuditActs {

    static final List<String> ALL = List.of(
            "launch.opened",
            "gradebook.sent",
            "gradebook.send-again",
            "gradebook.sent-ours",
            "gradebook.left-lms",
            "gradebook.column-wanted",
            "gradebook.column-kept",
            "gradebook.column-removed",
            "roles.given",
            "roles.changed",
            "roles.undone",
            "course.purpose-changed",
            "copy.taken",
            "copy.declined",
            "copy.undone",
            "placing.picked",
            "certificate.issued",
            "certificate.reissued",
            "certificate.revoked",
            "certificate.restored",
            "certificate.hours-changed",
            "notifications.paused",
            "notifications.resumed",
            "privacy.counts-seen",
            "lms.connection-checked",
            "training.cohort-set",
            "training.meeting-added",
            "training.meeting-changed",
            "training.meeting-canceled",
            "training.meeting-restored",
            "training.attendance-set",
            "training.worksheet-marked",
            "training.worksheet-mark-undone",
            "training.nudged",
            "training.counted",
            "training.not-counted",
            "training.decision-undone",
            "deployment.approved",
            "deployment.refused",
            "deployment.closed",
            "install-code.made",
            "install-code.withdrawn",
            "registration.added",
            "registration.renamed",
            "registration.switched-off",
            "registration.switched-on",
            "registration.endpoints",
            "registration.offer-accepted",
            "registration.offer-dismissed",
            "key.rotated",
            "operator.entered",
            "audit.exported");

    private AuditActs() {}
}
