package org.peercoach.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.FreshDatabase;
import org.peercoach.fixture.SetClock;
import org.peercoach.fixture.TestSettings;
import org.peercoach.lti.registration.RegistrationController.PageView;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.peercoach.shared.Seals;
import org.peercoach.shared.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/** Ruling 26: no call leaves before the install code was accepted. */
@Tag("database")
class InstallCodeTests {

    private static final FreshDatabase DATABASE = FreshDatabase.with("lti");
    private static final String CODE = "correct-horse-battery";
    private static final String SITE = "https://moodle.lincoln.example";
    private static final String CONFIGURATION = SITE + "/mod/lti/openid-configuration.php";

    private final SetClock clock = new SetClock(Clock.systemUTC().instant());
    private final RecordedPlatform lms = RecordedPlatform.moodle(SITE);
    private final CountedRequests limits = new CountedRequests();
    private final MockEnvironment environment = new MockEnvironment();
    private final RegistrationController guarded = controller(CODE);

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("delete from lti_deployment").update();
        DATABASE.jdbc().sql("delete from lti_registration").update();
        DATABASE.jdbc().sql("delete from lti_install_code").update();
    }

    @Test
    @DisplayName("LTI-R1: nothing leaves before the code was accepted")
    void showWhenOpenedThenAsksForTheCodeAndNothingLeaves() {
        PageView page = shown(guarded);
        assertThat(page.codeNeeded()).isTrue();
        assertThat(page.host()).isEqualTo("moodle.lincoln.example");
        assertThat(lms.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct-horse-batter", "correct-horse-battery1", "CORRECT-HORSE-BATTERY"})
    @DisplayName("LTI-R1: with a wrong code nothing leaves")
    void installWhenCodeIsWrongThenNothingLeavesAndTextIsKept(String code) {
        ModelAndView answer = send(guarded, shown(guarded).visit(), code);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(view(answer).faults()).containsOnlyKeys("code");
        assertThat(view(answer).district()).isEqualTo("Lincoln");
        assertThat(lms.asked).isEmpty();
    }

    @Test
    void installWhenCodeIsRightThenInstalledAndEveryTryWasCounted() {
        send(guarded, shown(guarded).visit(), "wrong");
        ModelAndView answer = send(guarded, shown(guarded).visit(), " " + CODE + " ");
        assertThat(answer.getView()).isNotNull();
        assertThat(lms.tries()).isEqualTo(1);
        assertThat(limits.counted)
                .containsExactly(
                        "register 60",
                        "register 60",
                        "install-code 10",
                        "register 60",
                        "register 60",
                        "install-code 10");
    }

    @Test
    void installWhenFormWasSentBeforeThenRefused() {
        String visit = shown(guarded).visit();
        send(guarded, visit, CODE);
        assertProblem(HttpStatus.CONFLICT, () -> send(guarded, visit, CODE));
        assertThat(lms.tries()).isEqualTo(1);
    }

    @Test
    void installWhenWrongCodeWasTypedFirstThenSameFormCountsAgain() {
        ModelAndView wrong = send(guarded, shown(guarded).visit(), "wrong");
        send(guarded, view(wrong).visit(), CODE);
        assertThat(lms.tries()).isEqualTo(1);
    }

    @Test
    void installWhenFormIsForgedOrTooOldThenRefusedBeforeAnything() {
        String visit = shown(guarded).visit();
        clock.pass(java.time.Duration.ofMinutes(31));
        assertProblem(HttpStatus.BAD_REQUEST, () -> send(guarded, visit, CODE));
        assertProblem(HttpStatus.BAD_REQUEST, () -> send(guarded, "forged", CODE));
        assertThat(lms.asked).isEmpty();
    }

    @Test
    void showWhenNoCodeIsSetInProductionThenSwitchedOff() {
        assertProblem(HttpStatus.FORBIDDEN, () -> shown(controller("")));
        assertProblem(
                HttpStatus.FORBIDDEN, () -> send(controller(""), shown(guarded).visit(), ""));
        assertThat(lms.asked).isEmpty();
    }

    @Test
    void showWhenNoCodeIsSetWhileTryingOutThenNotAsked() {
        environment.setActiveProfiles("dev");
        assertThat(shown(controller("")).codeNeeded()).isFalse();
        assertThat(shown(controller(CODE)).codeNeeded()).isTrue();
        send(controller(CODE), shown(controller(CODE)).visit(), "");
        assertThat(lms.asked).isEmpty();
    }

    /** Ruling 26: bound to a district, used once, kept as a hash; capitals and dashes do not matter. */
    @Test
    void installWhenOneTimeCodeIsTypedThenOnceAndIntoItsDistrict() {
        OneTimeCodes codes = new OneTimeCodes(DATABASE.jdbc(), clock);
        String code = codes.make("Franklin Schools", "operator");
        assertThat(DATABASE.jdbc()
                        .sql("select code_hash from lti_install_code")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(code));
        ModelAndView answer = send(
                guarded,
                shown(guarded).visit(),
                code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(answer.getView()).isNotNull();
        assertThat(DATABASE.jdbc()
                        .sql("select district_name from lti_registration")
                        .query(String.class)
                        .single())
                .isEqualTo("Franklin Schools");
        assertThat(view(send(guarded, shown(guarded).visit(), code)).faults()).containsOnlyKeys("code");
        assertThat(lms.tries()).isEqualTo(1);
    }

    @Test
    void installWhenOneTimeCodeIsOldOrTakenBackThenNothingLeaves() {
        OneTimeCodes codes = new OneTimeCodes(DATABASE.jdbc(), clock);
        String back = codes.make("Franklin Schools", "operator");
        assertThat(codes.withdraw(codes.list("Franklin Schools").getFirst().id(), "Lincoln"))
                .isFalse();
        assertThat(codes.withdraw(codes.list("Franklin Schools").getFirst().id(), "Franklin Schools"))
                .isTrue();
        String old = codes.make("Franklin Schools", "operator");
        clock.pass(java.time.Duration.ofDays(8));
        for (String code : new String[] {back, old}) {
            assertThat(view(send(guarded, shown(guarded).visit(), code)).faults())
                    .containsOnlyKeys("code");
        }
        assertThat(lms.asked).isEmpty();
    }

    @Test
    void showWhenOnlyAOneTimeCodeWaitsInProductionThenOpen() {
        new OneTimeCodes(DATABASE.jdbc(), clock).make("Franklin Schools", "operator");
        assertThat(shown(controller("")).codeNeeded()).isTrue();
        assertThat(view(send(controller(""), shown(controller("")).visit(), "")).faults())
                .containsKey("code");
        assertThat(lms.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://moodle.lincoln.example/x",
                "javascript:alert(1)",
                "https://u:p@moodle.example/",
                "x",
                "https://moodle.example/#x"
            })
    void showWhenConfigurationAddressIsUnsafeThenRefused(String configuration) {
        assertProblem(HttpStatus.BAD_REQUEST, () -> guarded.show(configuration, "", new MockHttpServletRequest()));
    }

    @Test
    void showWhenTokenCouldSmuggleHeadersThenRefused() {
        assertProblem(
                HttpStatus.BAD_REQUEST,
                () -> guarded.show(CONFIGURATION, "abc\r\nX-Evil: 1", new MockHttpServletRequest()));
    }

    private static PageView shown(RegistrationController controller) {
        return view(controller.show(CONFIGURATION, "token", new MockHttpServletRequest()));
    }

    private static ModelAndView send(RegistrationController controller, String visit, String code) {
        return controller.install(new InstallerForm(visit, "Lincoln", null, code), new MockHttpServletRequest());
    }

    private static PageView view(ModelAndView page) {
        return (PageView) Objects.requireNonNull(page.getModel().get("view"));
    }

    private static void assertProblem(HttpStatus status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemPage.Thrown.class, thrown -> {
            assertThat(thrown.page().status()).isEqualTo(status);
            assertThat(thrown.page().frameOrigins()).containsExactly("*");
        });
    }

    private RegistrationController controller(String code) {
        Settings settings = TestSettings.withInstallCode(code);
        Seals seals = new Seals(settings, clock);
        ToolDescription tool = new ToolDescription(settings);
        PlatformAddresses addresses = new PlatformAddresses(environment);
        DynamicRegistration registration = new DynamicRegistration(
                new PlatformConversation(lms, addresses),
                new RegistrationBody(tool),
                new Registrations(new JdbcTemplate(DATABASE.source()), clock),
                new DistrictNames(DATABASE.jdbc()),
                new RegistrationCatalog(DATABASE.jdbc()),
                DATABASE.transactions());
        return new RegistrationController(
                registration,
                new InstallerVisits(seals, DATABASE.jdbc(), clock),
                new InstalledOutcomes(seals),
                new InstallerGate(
                        new InstallCode(settings, environment, new OneTimeCodes(DATABASE.jdbc(), clock)),
                        addresses,
                        limits),
                tool);
    }

    private static final class CountedRequests implements RequestLimits {
        private final List<String> counted = new ArrayList<>();

        @Override
        public void count(String kind, int perMinute, jakarta.servlet.http.@Nullable HttpServletRequest request) {
            counted.add(kind + " " + perMinute);
        }

        @Override
        public String clientAddress(jakarta.servlet.http.HttpServletRequest request) {
            return request.getRemoteAddr();
        }
    }
}
