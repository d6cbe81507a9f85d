package org.peercoach.lti.administration;

/** An LMS whose addresses are known, so that nobody types them (LTI-R14; Canvas: spec of its three environments). */
public enum Preset {
    CANVAS("canvas", "https://canvas.instructure.com", "https://sso.canvaslms.com"),
    CANVAS_BETA("canvas", "https://canvas.beta.instructure.com", "https://sso.beta.canvaslms.com"),
    CANVAS_TEST("canvas", "https://canvas.test.instructure.com", "https://sso.test.canvaslms.com"),
    MOODLE("moodle"),
    D2L("desire2learn"),
    BLACKBOARD("BlackboardLearn"),
    SCHOOLOGY("schoology"),
    OTHER("");

    private final String family;
    private final String issuer;
    private final String host;

    Preset(String family) {
        this(family, "", "");
    }

    Preset(String family, String issuer, String host) {
        this.family = family;
        this.issuer = issuer;
        this.host = host;
    }

    /** Whether the LMS has an address of its own that must be known first. */
    public boolean needsSite() {
        return this == MOODLE || this == D2L;
    }

    /** A form filled in as far as it can be; {@code site} is the address of the LMS, or blank. */
    public NewRegistration fill(String site) {
        String base = site.strip().replaceFirst("/+$", "");
        return switch (this) {
            case CANVAS, CANVAS_BETA, CANVAS_TEST ->
                form(
                        issuer,
                        host + "/api/lti/authorize_redirect",
                        host + "/login/oauth2/token",
                        host + "/api/lti/security/jwks",
                        "");
            case MOODLE ->
                at(base, base + "/mod/lti/auth.php", base + "/mod/lti/token.php", base + "/mod/lti/certs.php", "");
            case D2L ->
                at(
                        base,
                        base + "/d2l/lti/authenticate",
                        "https://auth.brightspace.com/core/connect/token",
                        base + "/d2l/.well-known/jwks",
                        "https://api.brightspace.com/auth/token");
            case BLACKBOARD ->
                form(
                        "https://blackboard.com",
                        "https://developer.blackboard.com/api/v1/gateway/oidcauth",
                        "https://developer.blackboard.com/api/v1/gateway/oauth2/jwttoken",
                        "https://developer.blackboard.com/api/v1/management/applications/APPLICATION-ID/jwks.json",
                        "");
            case SCHOOLOGY ->
                form(
                        "https://schoology.schoology.com",
                        "https://lti-service.svc.schoology.com/lti-service/authorize-redirect",
                        "https://lti-service.svc.schoology.com/lti-service/access-token",
                        "https://lti-service.svc.schoology.com/lti-service/.well-known/jwks",
                        "");
            case OTHER -> form("", "", "", "", "");
        };
    }

    private NewRegistration at(String base, String authorization, String token, String jwks, String audience) {
        return base.isEmpty() ? form("", "", "", "", "") : form(base, authorization, token, jwks, audience);
    }

    private NewRegistration form(String iss, String authorization, String token, String jwks, String audience) {
        return new NewRegistration(iss, "", "", "", family, authorization, token, jwks, audience);
    }
}
