package org.peercoach.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peercoach.fixture.FreshDatabase;
import org.peercoach.fixture.OwnTime;
import org.peercoach.fixture.TestSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

@Tag("database")
class RegistrationsImportTests {

    private static final FreshDatabase DATABASE = FreshDatabase.with("lti");
    private static final String LMS = "https://lms.example";

    private final RegistrationCatalog catalog = new RegistrationCatalog(DATABASE.jdbc());

    @TempDir
    @SuppressWarnings("NullAway.Init") // given by JUnit
    Path folder;

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("delete from lti_deployment").update();
        DATABASE.jdbc().sql("delete from lti_registration").update();
    }

    @Test
    void importWhenNewThenRegistrationAndApprovedDeployments() throws IOException {
        take(entry("client", "Lincoln", "1, 2"));
        Registration registration = catalog.find(LMS, "client").orElseThrow();
        assertThat(registration.audience()).isEqualTo(LMS + "/token");
        assertThat(registration.districtName()).isEqualTo("Lincoln");
        assertThat(catalog.deployment(registration, "2").orElseThrow())
                .extracting(Deployment::status, Deployment::districtName)
                .containsExactly(Deployment.Status.APPROVED, "Lincoln");
        assertThat(catalog.deployment(registration, "3")).isEmpty();
    }

    @Test
    void importWhenRepeatedThenSameRowsChanged() throws IOException {
        take(entry("client", "Lincoln", "1"));
        long id = catalog.find(LMS, "client").orElseThrow().id();
        take(entry("client", "Lincoln", "1").replace("/jwks", "/keys"));
        Registration changed = catalog.find(LMS, "client").orElseThrow();
        assertThat(changed.id()).isEqualTo(id);
        assertThat(changed.jwksUri()).isEqualTo(LMS + "/keys");
        assertThat(count("lti_registration")).isEqualTo(1);
        assertThat(count("lti_deployment")).isEqualTo(1);
    }

    @Test
    void importWhenDeploymentWaitedThenApprovedWithTheDistrictOfTheFile() throws IOException {
        take(entry("client", "Lincoln", ""));
        DATABASE.jdbc()
                .sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, created_at,"
                        + " changed_at) select id, '9', 'PENDING', 'Somewhere', created_at, created_at"
                        + " from lti_registration")
                .update();
        take(entry("client", "Franklin", "9"));
        Registration registration = catalog.find(LMS, "client").orElseThrow();
        assertThat(catalog.deployment(registration, "9").orElseThrow())
                .extracting(Deployment::status, Deployment::districtName)
                .containsExactly(Deployment.Status.APPROVED, "Franklin");
    }

    /** People belong to the district of their deployment; a renamed entry must not carry them off (ruling 5). */
    @Test
    void importWhenDeploymentWasClosedThenStaysClosed() throws IOException {
        take(entry("client", "Lincoln", "1"));
        DATABASE.jdbc().sql("update lti_deployment set status = 'DISABLED'").update();
        take(entry("client", "Lincoln", "1"));
        assertThat(DATABASE.jdbc()
                        .sql("select distinct status from lti_deployment")
                        .query(String.class)
                        .list())
                .containsExactly("DISABLED");
    }

    @Test
    void importWhenDistrictOfApprovedDeploymentChangesThenItStays() throws IOException {
        take(entry("client", "Lincoln", "1"));
        take(entry("client", "Franklin", "1"));
        Registration registration = catalog.find(LMS, "client").orElseThrow();
        assertThat(catalog.deployment(registration, "1").orElseThrow().districtName())
                .isEqualTo("Lincoln");
    }

    @Test
    void importWhenIdentifiersDifferInCaseOrAccentOnlyThenDifferentRegistrations() throws IOException {
        take(entry("abc", "A", "x") + entry("ABC", "B", "x") + entry("ábc", "C", "x"));
        assertThat(count("lti_registration")).isEqualTo(3);
        assertThat(catalog.find(LMS, "Abc")).isEmpty();
    }

    @Test
    void importWhenOneEntryIsBadThenNothingIsTaken() {
        assertThatThrownBy(() -> take(entry("client", "Lincoln", "1") + entry("", "Lincoln", "1")))
                .isInstanceOf(RegistrationsFile.Faulty.class);
        assertThat(count("lti_registration")).isZero();
    }

    @Test
    void importWhenTenThousandEntriesThenUnderTenSeconds() throws IOException {
        String entries = IntStream.range(0, 10_000)
                .mapToObj(i -> entry("client-" + i, "District " + i, "1"))
                .collect(Collectors.joining());
        for (String text : List.of(entries, entries, entries.replace("/jwks", "/keys"))) {
            assertThat(OwnTime.of(() -> take(text))).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(count("lti_registration")).isEqualTo(10_000);
        assertThat(count("lti_deployment")).isEqualTo(10_000);
    }

    private void take(String entries) throws IOException {
        Path file = Files.writeString(folder.resolve("registrations.yaml"), "registrations:\n" + entries);
        new RegistrationsImport(
                        TestSettings.withRegistrations(file),
                        new PlatformAddresses(new MockEnvironment()),
                        new Registrations(new JdbcTemplate(DATABASE.source()), Clock.systemUTC()),
                        catalog,
                        DATABASE.transactions())
                .afterSingletonsInstantiated();
    }

    private static String entry(String client, String district, String deployments) {
        return """
                - issuer: https://lms.example
                  client-id: "%s"
                  authorization-endpoint: https://lms.example/auth
                  token-endpoint: https://lms.example/token
                  jwks-uri: https://lms.example/jwks
                  district: %s
                  deployments: [%s]
                """.formatted(client, district, deployments);
    }

    private static long count(String table) {
        return DATABASE.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
