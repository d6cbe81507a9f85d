package org.peercoach.gradebook;

import java.util.List;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.MemberRole;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The gradebook in the trainer's menu, behind what the other rooms offer. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class GradebookMenu implements ActivityProvider {

    private final MessageSource messages;

    GradebookMenu(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Activity> activities(MemberRole role) {
        if (role != MemberRole.TRAINER) {
            return List.of();
        }
        String title = messages.getMessage("gradebook.menu", null, LocaleContextHolder.getLocale());
        return List.of(new Activity("gradebook", title, "/gradebook", true, null));
    }
}
