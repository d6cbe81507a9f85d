package org.peercoach.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads all settings and names everything that is wrong with them, so that nobody mends one fault a start. */
final class StartupFaults {

    private static final int INSTALL_CODE_LENGTH = 16;
    private static final int MOST_CLOCK_SKEW = 300;

    private final ConfigurableEnvironment environment;
    private final List<String> faults = new ArrayList<>();

    StartupFaults(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** One line for each fault; empty if the tool may start. */
    List<String> find(boolean dev) {
        Settings settings;
        try {
            settings = Binder.get(environment).bindOrCreate("peercoach", Settings.class);
        } catch (BindException e) {
            return List.of(unreadable(e));
        }
        faults.addAll(BaseUrlFaults.of(settings.baseUrl(), dev));
        faults.addAll(SecretFaults.of(settings.secret(), dev));
        networks(settings);
        lti(settings.lti());
        mail(settings.mail());
        if (!dev) {
            installCode(settings.installCode());
            database();
            accessLog();
        }
        return List.copyOf(faults);
    }

    private static String unreadable(BindException fault) {
        return environmentName(fault.getName().toString()) + " cannot be read: it is not of the kind expected here";
    }

    /** {@code peercoach.base-url} as an operator writes it: {@code PEERCOACH_BASE_URL}. */
    static String environmentName(String property) {
        return property.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private void installCode(String code) {
        if (!code.isBlank() && code.strip().length() < INSTALL_CODE_LENGTH) {
            faults.add("PEERCOACH_INSTALL_CODE is too short: use at least " + INSTALL_CODE_LENGTH
                    + " characters, or leave it blank to switch registering from an LMS off");
        }
    }

    private void networks(Settings settings) {
        for (String range : settings.trustedProxies()) {
            if (prefix(range) < 0) {
                faults.add("PEERCOACH_TRUSTED_PROXIES holds " + range.strip()
                        + ", which is no address and no range such as 10.0.0.0/8");
            }
        }
        everybody("PEERCOACH_TRUSTED_PROXIES", settings.trustedProxies());
        everybody("PEERCOACH_ALLOWED_PRIVATE_HOSTS", settings.allowedPrivateHosts());
    }

    private void everybody(String name, List<String> ranges) {
        ranges.stream()
                .filter(range -> prefix(range) == 0)
                .forEach(range ->
                        faults.add(name + " holds " + range.strip() + ", which is everybody: name single ranges"));
    }

    /** Length of the range's prefix, or -1 if the text is neither address nor range. */
    private static int prefix(String range) {
        try {
            return AddressRange.parse(range.strip()).prefix();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private void lti(Settings.Lti lti) {
        Path file = lti.registrationsFile();
        if (file != null && !file.toString().isBlank() && !Files.isReadable(file)) {
            faults.add("PEERCOACH_LTI_REGISTRATIONS_FILE cannot be read: " + file);
        }
        if (lti.clockSkewSeconds() < 0 || lti.clockSkewSeconds() > MOST_CLOCK_SKEW) {
            faults.add(
                    "PEERCOACH_LTI_CLOCK_SKEW_SECONDS is " + lti.clockSkewSeconds() + ": use 0 to " + MOST_CLOCK_SKEW);
        }
    }

    private void mail(Settings.Mail mail) {
        if (!property("spring.mail.host").isBlank() && mail.from().isBlank()) {
            faults.add("PEERCOACH_MAIL_FROM is missing: with SPRING_MAIL_HOST name the address that mails come from");
        }
    }

    private void database() {
        if (!property("spring.datasource.url").startsWith("jdbc:mysql:")) {
            faults.add("SPRING_DATASOURCE_URL names no MySQL database: set it, such as "
                    + "jdbc:mysql://localhost:3306/peercoach. The embedded H2 is for trying out (profile dev)");
            return;
        }
        if (property("spring.datasource.username").equals("sa")) {
            faults.add("SPRING_DATASOURCE_USERNAME is missing: name the user of the MySQL database");
        }
        if (property("spring.datasource.password").isEmpty()) {
            faults.add("SPRING_DATASOURCE_PASSWORD is missing: the database needs a password");
        }
    }

    /** Query strings hold login hints and one-time tokens of the LMS. */
    private void accessLog() {
        String pattern = property("server.tomcat.accesslog.pattern");
        boolean on = environment.getProperty("server.tomcat.accesslog.enabled", Boolean.class, false);
        boolean holdsQuery = pattern.isBlank()
                || pattern.equals("common")
                || pattern.equals("combined")
                || pattern.matches("(?s).*%(r|q|\\{[^}]*}[ico]).*");
        if (on && holdsQuery) {
            faults.add("SERVER_TOMCAT_ACCESSLOG_PATTERN would write query strings, headers or cookies: "
                    + "use %U for the path, not %r, %q or a %{...}i");
        }
    }

    private String property(String name) {
        return environment.getProperty(name, "");
    }
}
