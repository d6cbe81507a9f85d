package org.peercoach.course.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.District;
import org.peercoach.course.launch.Districts;
import org.peercoach.course.session.MemberRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What an administrator sees of the district: counts only, nobody's work. */
@Controller
class DistrictController {

    private final JdbcClient jdbc;
    private final Districts districts;

    DistrictController(JdbcClient jdbc, Districts districts) {
        this.jdbc = jdbc;
        this.districts = districts;
    }

    /** @param role a role's name */
    public record CountRow(String role, long people) {}

    @GetMapping("/d/{district}")
    String overview(@PathVariable("district") long id, Model model) {
        District district = districts.byId(id).orElseThrow();
        model.addAttribute("district", district);
        model.addAttribute("courses", courses(id));
        model.addAttribute("counts", counts(id));
        return "course/district";
    }

    private long courses(long district) {
        return jdbc.sql("select count(*) from course_course where district_id = ?")
                .param(district)
                .query(Long.class)
                .single();
    }

    /** Members by role, roles without anybody included. */
    private List<CountRow> counts(long district) {
        Map<String, Long> found = jdbc
                .sql("select r.role, count(*) as people from (select " + MemberRows.ROLE
                        + " as role from course_course c"
                        + " join course_member m on m.course_id = c.id join course_person p on p.id = m.person_id"
                        + " where c.district_id = ? and m.active = true and p.test_user = false) r group by r.role")
                .param(district)
                .query(CountRow.class)
                .list()
                .stream()
                .collect(Collectors.toMap(CountRow::role, CountRow::people));
        return Arrays.stream(MemberRole.values())
                .map(role -> new CountRow(role.name(), found.getOrDefault(role.name(), 0L)))
                .toList();
    }
}
