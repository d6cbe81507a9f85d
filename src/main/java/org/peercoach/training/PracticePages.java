package org.peercoach.training;

import org.peercoach.course.MemberRole;
import org.springframework.ui.Model;

/** The page of each kind of practice. */
final class PracticePages {

    private PracticePages() {}

    /** Puts what the page shows into the model and names its template. */
    static String show(
            Practice practice, ActivityState state, ActivityController.Asked asked, MemberRole role, Model model) {
        boolean preview = role != MemberRole.COACH;
        return switch (practice) {
            case Rewriting work ->
                ActivityController.view("rewrite", model, "rewriting", RewritingPage.of(work, state, asked, preview));
            case Dialogue work ->
                ActivityController.view("dialogue", model, "dialogue", DialoguePage.of(work, state, preview));
            case Rating work ->
                ActivityController.view("rate", model, "rating", RatingPage.of(work, state, asked, preview));
            case Inventory work ->
                ActivityController.view("inventory", model, "inventory", InventoryPage.of(work, state, asked));
            case ValueTest work ->
                ActivityController.view("values", model, "values", ValueTestPage.of(work, state, asked, preview));
            case Protocol work -> ActivityController.view("protocol", model, "protocol", ProtocolPage.of(work));
        };
    }
}
