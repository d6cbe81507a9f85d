package org.peercoach;

import java.time.Clock;
import java.util.List;
import org.peercoach.course.operator.OperatorLink;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The Peer Coaching tool: one deployable with one database, launched from an LMS by LTI 1.3. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class PeerCoachingApplication {

    /** Starts the tool, or only prints the operator's link. */
    public static void main(String[] args) {
        if (List.of(args).contains(OperatorLink.OPTION)) {
            System.exit(OperatorLink.print(System.getenv(), Clock.systemUTC(), System.out));
        }
        SpringApplication.run(PeerCoachingApplication.class, args);
    }

    /** Time is asked of this clock only, so that tests can set it. Stored times keep microseconds, as the database does. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }
}
