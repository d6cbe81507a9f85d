package org.peercoach.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditLog.Noted;
import org.peercoach.course.CourseId;
import org.peercoach.course.district.DistrictCourses;
import org.peercoach.course.district.DistrictFigures;
import org.springframework.stereotype.Component;

/** Names of the people and courses of a district that lines of the log speak of, as they are now. */
@Component
class AuditNames {

    private static final Pattern NUMBERED = Pattern.compile("(person|member|course):([0-9]{1,18})");

    private final DistrictFigures districts;
    private final DistrictCourses courses;

    AuditNames(DistrictFigures districts, DistrictCourses courses) {
        this.districts = districts;
        this.courses = courses;
    }

    /** By what the log says, such as {@code member:7}; none for the operator, whom they do not concern. */
    Map<String, String> of(List<Noted> noted, @Nullable Long district) {
        Map<String, String> names = new HashMap<>();
        if (district == null) {
            return names;
        }
        Map<String, Collection<Long>> ids = new HashMap<>();
        noted.stream()
                .flatMap(one -> Stream.of(
                        one.entry().actor(),
                        one.entry().subject() == null ? "" : one.entry().subject()))
                .distinct()
                .map(NUMBERED::matcher)
                .filter(Matcher::matches)
                .forEach(found -> ids.computeIfAbsent(found.group(1), kind -> new ArrayList<>())
                        .add(Long.valueOf(found.group(2))));
        districts
                .names(district, ids.getOrDefault("person", List.of()))
                .forEach((id, name) -> names.put("person:" + id, name));
        districts
                .memberNames(district, ids.getOrDefault("member", List.of()))
                .forEach((id, name) -> names.put("member:" + id, name));
        courses.titles(
                        district,
                        ids.getOrDefault("course", List.of()).stream()
                                .map(CourseId::new)
                                .toList())
                .forEach((id, title) -> names.put("course:" + id.value(), title));
        return names;
    }
}
