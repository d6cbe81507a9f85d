package org.peercoach.lti.service;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.shared.GuardedHttp;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a platform where its notices go (Platform Notification Service 1.0). */
@Component
public class NoticeHandlers {

    private static final String JSON = "application/json";

    private final ServiceCalls calls;
    private final Faults faults;

    NoticeHandlers(ServiceCalls calls, Clock clock) {
        this.calls = calls;
        this.faults = new Faults(clock);
    }

    /**
     * From now on notices of this type go to {@code handler}, an address of ours.
     *
     * @param serviceUrl as a launch named it
     * @throws PlatformFault if the platform does not confirm it
     */
    public void register(ServiceTarget target, String serviceUrl, String noticeType, String handler) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("notice_type", noticeType, "handler", handler));
        Set<String> scopes = Set.of(Grant.NOTICE_HANDLERS);
        GuardedHttp.Answer answer = calls.send(
                new Grant(target, scopes), new ServiceCalls.Call("PUT", serviceUrl, scopes, JSON, JSON, body));
        if (!answer.ok()) {
            throw faults.of(answer);
        }
    }
}
