package org.peercoach.course.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.KeptCustom;
import org.peercoach.course.launch.Purposes;
import org.peercoach.course.launch.RoleDecision;
import org.peercoach.course.launch.RolePlace;
import org.peercoach.course.own.OwnPageProvider;
import org.peercoach.course.session.Utc;
import org.peercoach.shared.time.Times;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells each member why they are what they are here, what came from the LMS, and what is kept. */
@Controller
class WhyController {

    private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/";
    private static final String FIND =
            "select m.role_reason, m.lms_roles, m.lms_custom, m.role, m.last_seen, c.deployment_id, p.sub, p.name, p.given_name,"
                    + " p.family_name, p.email, p.locale, p.zone, d.name as district from course_member m"
                    + " join course_course c on c.id = m.course_id"
                    + " join course_person p on p.id = m.person_id join course_district d on d.id = p.district_id"
                    + " where m.id = ? and m.course_id = ?";
    private static final RowMapper<ToldView> TOLD = (row, index) -> new ToldView(
            row.getString("role_reason"),
            Arrays.stream(row.getString("lms_roles").split("\n"))
                    .filter(role -> !role.isBlank())
                    .map(role -> role.replace(VOCABULARY, ""))
                    .toList(),
            Utc.read(row, "last_seen"),
            List.of(
                    new FactRow("name", row.getString("name")),
                    new FactRow("given", row.getString("given_name")),
                    new FactRow("family", row.getString("family_name")),
                    new FactRow("email", row.getString("email")),
                    new FactRow("locale", row.getString("locale")),
                    new FactRow("zone", row.getString("zone")),
                    new FactRow("sub", row.getString("sub")),
                    new FactRow("custom", custom(row))),
            row.getString("district"),
            row.getLong("deployment_id"));

    private final JdbcClient jdbc;
    private final Purposes purposes;
    private final RoleDecision decision;
    private final List<OwnPageProvider> ownPages;

    WhyController(JdbcClient jdbc, Purposes purposes, RoleDecision decision, List<OwnPageProvider> ownPages) {
        this.ownPages = ownPages;
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.decision = decision;
    }

    /**
     * @param rule name of the rule that decided
     * @param roles as the LMS sent them
     * @param seen last launch, to the hour
     */
    public record ToldView(
            String rule, List<String> roles, Instant seen, List<FactRow> facts, String district, long deployment) {}

    /** A page of another room about oneself. */
    public record PageRow(String title, String about, String path) {}

    /** @param value what the LMS told, or null for nothing */
    public record FactRow(String key, @Nullable String value) {}

    @GetMapping("/c/{course}/why")
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    String why(@CurrentMember Member member, Model model) {
        ToldView told = jdbc.sql(FIND)
                .params(member.id().value(), member.course().value())
                .query(TOLD)
                .single();
        model.addAttribute("member", member);
        model.addAttribute("told", told);
        model.addAttribute(
                "own",
                decision.in(new RolePlace(told.deployment(), member.course().value()))
                        .ownRule(told.rule())
                        .orElse(null));
        model.addAttribute(
                "purpose",
                purposes.of(member.course())
                        .map(Enum::name)
                        .or(() -> Optional.of("NONE"))
                        .get());
        model.addAttribute("seen", Times.withYear(member.zone()).day(told.seen()));
        model.addAttribute(
                "pages",
                ownPages.stream()
                        .map(provider -> provider.page(member))
                        .map(page -> new PageRow(page.title(), page.about(), page.path()))
                        .toList());
        return "course/why";
    }

    /** What the rules read of the last launch besides its roles, such as the person's groups. */
    private static @Nullable String custom(ResultSet row) throws SQLException {
        Map<String, String> kept =
                KeptCustom.read(row.getString("lms_custom"), MemberRole.valueOf(row.getString("role")), "");
        return kept.isEmpty()
                ? null
                : kept.entrySet().stream()
                        .map(one -> one.getKey() + " = " + one.getValue())
                        .collect(Collectors.joining("; "));
    }
}
