package org.peercoach.lti.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.peercoach.shared.Settings;
import org.springframework.stereotype.Component;

/** All rules on a launch, walked in the order of the specification. Every fault is found, not only the first. */
@Component
class LaunchRules {

    private final List<LaunchRule> ofToken;
    private final List<LaunchRule> ofMessage;

    LaunchRules(Settings settings, Origins origins) {
        this.ofToken = new TokenRules(Duration.ofSeconds(settings.lti().clockSkewSeconds())).all();
        this.ofMessage = new ArrayList<>(new MessageRules(settings.url(LtiLaunchFilter.PATH)).all());
        this.ofMessage.addAll(new DeepLinkingRules(origins).all());
    }

    /**
     * @param faults what is wrong, in order; empty for a good launch
     * @param ofThisLogin whether the token itself is in order, so that its message may be believed
     */
    record Verdict(List<Fault> faults, boolean ofThisLogin) {}

    Verdict check(LaunchCheck launch) {
        List<Fault> faults = new ArrayList<>(0);
        collect(ofToken, launch, faults);
        boolean ofThisLogin = faults.isEmpty();
        collect(ofMessage, launch, faults);
        return new Verdict(faults, ofThisLogin);
    }

    private static void collect(List<LaunchRule> rules, LaunchCheck launch, List<Fault> faults) {
        for (LaunchRule rule : rules) {
            Fault fault = rule.check(launch);
            if (fault != null) {
                faults.add(fault);
            }
        }
    }
}
