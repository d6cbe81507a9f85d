package org.peercoach.course.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.Visitor;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored about oneself, to see and to take away: below a course for its members, and below {@code /my-data} for
 * whom the LMS sends there (LTI-O6). Administrators see of others what kinds there are and how many, no content.
 */
@Controller
class MyDataController {

    private static final String OWN = "/my-data/{person}";
    private static final String IN_COURSE = "/c/{course}/my-data";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StoredData stored;
    private final DataReaders readers;

    MyDataController(StoredData stored, DataReaders readers) {
        this.stored = stored;
        this.readers = readers;
    }

    /** @param value what is kept, or null for nothing */
    public record FactRow(String key, @Nullable String value) {}

    /** @param count how many rows there are */
    public record KindRow(String titleKey, int count) {}

    public record CourseRow(String title, String roleKey, List<KindRow> kinds) {}

    /** @param download path of the file, or null where only numbers are shown */
    public record DataView(
            String name,
            String district,
            List<FactRow> facts,
            List<CourseRow> courses,
            @Nullable String download) {}

    @GetMapping(IN_COURSE)
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    String inCourse(@CurrentMember Member member, Model model) {
        return show(own(member.district(), member.person()), member.path("/my-data/download"), model);
    }

    @GetMapping(IN_COURSE + "/download")
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    ResponseEntity<byte[]> downloadInCourse(@CurrentMember Member member) {
        return file(own(member.district(), member.person()));
    }

    @GetMapping(OWN)
    String own(HttpServletRequest request, Model model) {
        DataReaders.Reader reader = reader(request);
        return show(own(reader.district(), reader.person()), reader.path("/download"), model);
    }

    @GetMapping(OWN + "/download")
    ResponseEntity<byte[]> download(HttpServletRequest request) {
        DataReaders.Reader reader = reader(request);
        return file(own(reader.district(), reader.person()));
    }

    @GetMapping(OWN + "/about/{other:[0-9]{1,18}}")
    String about(@PathVariable long other, HttpServletRequest request, Model model) {
        DataReaders.Reader reader = administrator(request);
        StoredData.Stored found = stored.about(reader.district(), other).orElseThrow(() -> nobody(reader));
        readers.noteLook(reader, other);
        return show(found, null, model);
    }

    @GetMapping(OWN + "/about/unknown")
    String aboutNobody(HttpServletRequest request) {
        throw nobody(administrator(request));
    }

    private StoredData.Stored own(long district, long person) {
        return stored.about(district, person).orElseThrow();
    }

    private DataReaders.Reader reader(HttpServletRequest request) {
        return readers.of(Visitor.of(request).orElseThrow());
    }

    private DataReaders.Reader administrator(HttpServletRequest request) {
        DataReaders.Reader reader = reader(request);
        if (!reader.administrator()) {
            throw ProblemPage.of(HttpStatus.FORBIDDEN, "NOT-YOURS", "course.problem.data-of-others")
                    .withWayOut(reader.path(""))
                    .thrown();
        }
        return reader;
    }

    private static ProblemPage.Thrown nobody(DataReaders.Reader reader) {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "NOTHING-STORED", "course.problem.no-data")
                .withWayOut(reader.path(""))
                .thrown();
    }

    private static String show(StoredData.Stored found, @Nullable String download, Model model) {
        boolean own = download != null;
        model.addAttribute(
                "data",
                new DataView(
                        found.name(),
                        found.district(),
                        own ? facts(found.facts()) : List.of(),
                        found.courses().stream().map(MyDataController::course).toList(),
                        download));
        return "course/my-data";
    }

    private static List<FactRow> facts(Map<String, @Nullable Object> facts) {
        return facts.entrySet().stream()
                .filter(fact -> fact.getValue() == null || fact.getValue() instanceof String)
                .map(fact -> new FactRow(fact.getKey(), (String) fact.getValue()))
                .toList();
    }

    private static CourseRow course(StoredData.InCourse one) {
        return new CourseRow(
                one.member().courseTitle(),
                "course.role." + one.member().role(),
                one.kept().stream()
                        .map(kept -> new KindRow(kept.titleKey(), kept.rows().size()))
                        .toList());
    }

    private static ResponseEntity<byte[]> file(StoredData.Stored found) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("district", found.district());
        content.put("person", found.facts());
        content.put(
                "courses",
                found.courses().stream().map(MyDataController::content).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("peer-coaching-my-data.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }

    private static Map<String, @Nullable Object> content(StoredData.InCourse one) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(one.membership());
        for (KeptData kept : one.kept()) {
            content.put(kept.kind(), kept.rows());
        }
        return content;
    }
}
