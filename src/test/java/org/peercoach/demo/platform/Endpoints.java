package org.peercoach.demo.platform;

/** Where the LMS answers. Paths are the same for both manners, so that a turned switch breaks no stored address. */
public record Endpoints(String issuer) {

    public String authorization() {
        return issuer + "/auth";
    }

    public String token() {
        return issuer + "/token";
    }

    public String jwks() {
        return issuer + "/jwks";
    }

    public String openIdConfiguration() {
        return issuer + "/.well-known/openid-configuration";
    }

    public String registration() {
        return issuer + "/register";
    }

    public String registration(String clientId) {
        return issuer + "/register/" + clientId;
    }

    public String memberships(String courseId) {
        return issuer + "/services/CourseSection/" + courseId + "/bindings/1/memberships";
    }

    public String lineItems(Switches switches, String courseId) {
        return issuer + "/services/" + courseId + "/lineitems" + query(switches);
    }

    /** Moodle's line items end in a query, so {@code /scores} must go into the path (LTI-A5). */
    public String lineItem(Switches switches, String courseId, String columnId) {
        String path = issuer + "/services/" + courseId + "/lineitems/" + columnId;
        return switches.moodle() ? path + "/lineitem" + query(switches) : path;
    }

    public String result(Switches switches, Column column, String personId) {
        String path = issuer + "/services/" + column.courseId() + "/lineitems/" + column.id();
        return switches.moodle()
                ? path + "/lineitem/results" + query(switches) + "&user_id=" + personId
                : path + "/results/" + personId;
    }

    /** Where tools register for notices. */
    public String noticeHandlers(String deploymentId) {
        return issuer + "/services/notice-handlers/" + deploymentId;
    }

    public String returnTo(String linkId) {
        return issuer + "/return?link=" + linkId;
    }

    public String deepLinkReturn(String launchId) {
        return issuer + "/deep-link/return?id=" + launchId;
    }

    private static String query(Switches switches) {
        return switches.moodle() ? "?type_id=1" : "";
    }
}
