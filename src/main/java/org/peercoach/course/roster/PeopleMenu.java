package org.peercoach.course.roster;

import java.util.List;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.MemberRole;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people in the trainer's menu, behind what the rooms offer and before the gradebook. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class PeopleMenu implements ActivityProvider {

    private final MessageSource messages;

    PeopleMenu(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Activity> activities(MemberRole role) {
        if (role != MemberRole.TRAINER) {
            return List.of();
        }
        String title = messages.getMessage("course.people.menu", null, LocaleContextHolder.getLocale());
        return List.of(new Activity("people", title, "/people", true, null));
    }
}
