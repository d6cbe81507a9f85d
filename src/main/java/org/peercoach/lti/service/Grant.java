package org.peercoach.lti.service;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.NamesAndRoleService;
import org.peercoach.lti.ServiceTarget;

/**
 * What a call may do: for whom, with the scopes that the platform allows in that context.
 *
 * @param allowed scopes of the launch's claim; only these are asked for (LTI-A2)
 */
record Grant(ServiceTarget target, Set<String> allowed) {

    static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    static final String LINE_ITEM_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    static final String RESULT_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    /** Platform Notification Service 1.0. */
    static final String NOTICE_HANDLERS = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

    /** Scopes of the one token that serves all calls in this context. */
    Set<String> wanted() {
        Stream<String> wishes = Stream.concat(
                AssignmentAndGradeService.SCOPES.stream(),
                Stream.of(LINE_ITEM_READ, NamesAndRoleService.SCOPE, NOTICE_HANDLERS));
        return wishes.filter(allowed::contains)
                .filter(scope -> !scope.equals(LINE_ITEM_READ) || !allowed.contains(LINE_ITEM))
                .collect(Collectors.toUnmodifiableSet());
    }
}
