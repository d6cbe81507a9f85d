package org.peercoach.course.placing;

import java.util.List;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.ActivityProvider.Shelf;
import org.peercoach.course.Member;
import org.springframework.stereotype.Component;

/** All that the rooms offer for placing, room by room. */
@Component
class Shelves {

    private final List<ActivityProvider> providers;

    Shelves(List<ActivityProvider> providers) {
        this.providers = providers;
    }

    List<Shelf> all(Member member) {
        return providers.stream()
                .flatMap(provider -> provider.shelves(member).stream())
                .toList();
    }

    /** What these keys stand for, each once, in the order of the picker; unknown ones are left out. */
    List<Choice> choices(Member member, List<String> keys) {
        return all(member).stream()
                .flatMap(shelf -> shelf.items().stream()
                        .filter(item -> keys.contains(item.activity().key()))
                        .map(item -> new Choice(item.activity(), item.about(), shelf.training())))
                .toList();
    }
}
