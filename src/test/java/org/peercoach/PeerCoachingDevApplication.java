package org.peercoach;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.peercoach.course.operator.OperatorLink;
import org.peercoach.demo.DemoServer;
import org.peercoach.demo.DevFolder;
import org.peercoach.demo.MailCatcher;
import org.peercoach.demo.platform.DemoStore;
import org.springframework.boot.SpringApplication;

/**
 * The tool and the demo LMS on this machine, for trying things out; {@code bin/run} starts it. {@code --only-lms} and
 * {@code --only-tool} start either alone, so that one can be killed while the other stays; {@code --operator-link} only
 * prints a link for the operator.
 */
public final class PeerCoachingDevApplication {

    private final List<String> arguments;
    private final DevFolder folder = new DevFolder(Path.of("data"));

    private PeerCoachingDevApplication(String... arguments) {
        this.arguments = List.of(arguments);
    }

    public static void main(String[] args) {
        PeerCoachingDevApplication application = new PeerCoachingDevApplication(args);
        if (application.arguments.contains(OperatorLink.OPTION)) {
            Map<String, String> settings = Map.of(
                    "PEERCOACH_BASE_URL",
                    baseUrl(),
                    "PEERCOACH_SECRET",
                    environment("PEERCOACH_SECRET", application.folder.secret()));
            System.exit(OperatorLink.print(settings, Clock.systemUTC(), System.out));
        }
        application.run();
    }

    private void run() {
        boolean withTool = !arguments.contains("--only-lms");
        boolean withLms = !arguments.contains("--only-tool");
        StringBuilder said = new StringBuilder("\n");
        if (withLms) {
            said.append("  Demo LMS   ").append(startLms()).append(withTool ? "   begin here\n" : "\n");
        }
        if (withTool) {
            startTool();
            said.append("  The tool   ").append(baseUrl()).append("\n");
            said.append("  Operator   in another terminal: bin/run --operator-link\n");
        }
        System.out.println(said + "\nEverything is kept in " + folder.path() + ". Stop with Ctrl+C.\n");
    }

    private String startLms() {
        int port = Integer.parseInt(environment("PEERCOACH_DEMO_PORT", "8090"));
        try {
            @SuppressWarnings("resource") // lives as long as the process, as the server does
            MailCatcher mails = MailCatcher.start(folder.mailPort()); // the same port again, for a tool that still runs
            folder.keepMailPort(mails.port());
            // Lives as long as the process.
            @SuppressWarnings("resource")
            DemoServer lms = DemoServer.start(port, baseUrl(), DemoStore.file(folder.lmsState()), mails);
            folder.keepRegistrations(lms.platform().registrationsYaml());
            return lms.baseUrl();
        } catch (UncheckedIOException e) {
            System.err.println("Port " + port + " is taken. Set PEERCOACH_DEMO_PORT to a free one.");
            System.exit(1);
            throw e;
        }
    }

    private void startTool() {
        property("spring.profiles.active", "SPRING_PROFILES_ACTIVE", "dev");
        property("peercoach.base-url", "PEERCOACH_BASE_URL", baseUrl());
        property("peercoach.secret", "PEERCOACH_SECRET", folder.secret());
        if (Files.exists(folder.registrations())) {
            String file = folder.registrations().toString();
            property("peercoach.lti.registrations-file", "PEERCOACH_LTI_REGISTRATIONS_FILE", file);
        }
        if (folder.mailPort() > 0) {
            property("spring.mail.host", "SPRING_MAIL_HOST", "127.0.0.1");
            property("spring.mail.port", "SPRING_MAIL_PORT", Integer.toString(folder.mailPort()));
            property("peercoach.mail.from", "PEERCOACH_MAIL_FROM", "Peer Coaching <coaching@lincoln.example>");
        }
        String[] others =
                arguments.stream().filter(one -> !one.startsWith("--only-")).toArray(String[]::new);
        SpringApplication.run(PeerCoachingApplication.class, others);
    }

    /** The base URL follows the port unless it is set. */
    private static String baseUrl() {
        return environment("PEERCOACH_BASE_URL", "http://localhost:" + environment("SERVER_PORT", "8080"));
    }

    /** What the environment or the command line says stands; otherwise our value. */
    private void property(String name, String variable, String value) {
        boolean said = System.getenv(variable) != null
                || System.getProperty(name) != null
                || arguments.stream().anyMatch(one -> one.startsWith("--" + name + "="));
        if (!said) {
            System.setProperty(name, value);
        }
    }

    private static String environment(String variable, String otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
