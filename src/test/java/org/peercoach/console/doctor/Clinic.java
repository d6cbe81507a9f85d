package org.peercoach.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.diagnosis.LaunchJournal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A district whose administrator reads the doctors' pages. */
final class Clinic {

    private static final Pattern REFERENCE = Pattern.compile("id=\"reference\">([A-Z0-9-]{9})<");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FINDING =
            Pattern.compile("id=\"check-%s\".*?</li>".formatted("([A-Z_]+)"), Pattern.DOTALL);

    private final LaunchJournal journal;
    private final SignedIn administrator;
    private final long deployment;

    private record Place(long deployment, String district) {}

    private Clinic(LaunchJournal journal, SignedIn administrator, long deployment) {
        this.journal = journal;
        this.administrator = administrator;
        this.deployment = deployment;
    }

    /** In the district of this deployment {@code 1} of a registration. */
    static Clinic of(JdbcClient jdbc, TestMembers members, LaunchJournal journal, long registration) {
        Place place = jdbc.sql("select id, district_name as district from lti_deployment"
                        + " where registration_id = ? and deployment_id = '1'")
                .param(registration)
                .query((row, index) -> new Place(row.getLong("id"), row.getString("district")))
                .single();
        TestCourse course = new TestCourse(
                members, new ServiceTarget(registration, place.deployment()), place.district(), "clinic", "training");
        return new Clinic(journal, course.administrator("Ada Park"), place.deployment());
    }

    SignedIn administrator() {
        return administrator;
    }

    String path(String rest) {
        return "/d/" + administrator.member().district() + rest;
    }

    String checkPath() {
        return path("/lms/" + deployment + "/check");
    }

    /** The launch doctor's page about the code that the person saw. */
    String about(HttpLaunch.Answer refused) {
        return page("/launches?ref=" + reference(refused));
    }

    String page(String rest) {
        journal.flush();
        var answer = administrator.get(path(rest));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** What the connection doctor says about one thing, after a fresh run. */
    String finding(String what) {
        var done = examine();
        assertThat(done.statusCode()).isEqualTo(302);
        return findingShown(what);
    }

    /** Presses the button. */
    HttpResponse<String> examine() {
        return post(administrator, checkPath());
    }

    /** Posts to a page of a district, with the token of that district's forms. */
    static HttpResponse<String> post(SignedIn who, String path) {
        String page = who.get("/d/" + who.member().district()).body();
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("a form on " + page).isTrue();
        return who.post(path, Map.of(), token.group(1));
    }

    /** The same, as the page shows it. */
    String findingShown(String what) {
        String page = administrator.get(checkPath()).body();
        Matcher finding = FINDING.matcher(page);
        while (finding.find()) {
            if (finding.group(1).equals(what)) {
                return finding.group();
            }
        }
        throw new AssertionError("nothing about " + what + " in " + page);
    }

    static String reference(HttpLaunch.Answer refused) {
        Matcher reference = REFERENCE.matcher(refused.body());
        assertThat(reference.find()).as(refused.body()).isTrue();
        return reference.group(1);
    }
}
