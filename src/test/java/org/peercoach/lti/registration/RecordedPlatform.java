package org.peercoach.lti.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peercoach.shared.GuardedHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A platform that answers from memory and remembers what it was asked. */
final class RecordedPlatform implements GuardedHttp {

    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    private static final JsonMapper JSON = JsonMapper.shared();

    final List<Request> asked = new ArrayList<>();
    final ObjectNode configuration;
    final ObjectNode answer;
    int configurationStatus = 200;
    int answerStatus = 200;
    String otherAnswer = "";
    FailureKind failure = FailureKind.OTHER;
    boolean fails;

    private RecordedPlatform(ObjectNode configuration, ObjectNode answer) {
        this.configuration = configuration;
        this.answer = answer;
    }

    /** As Moodle 4.5 was seen to answer, at an address of its own. */
    static RecordedPlatform moodle(String site) {
        ObjectNode configuration = object("""
                {"issuer": "SITE", "token_endpoint": "SITE/mod/lti/token.php",
                 "token_endpoint_auth_methods_supported": ["private_key_jwt"],
                 "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
                 "jwks_uri": "SITE/mod/lti/certs.php", "authorization_endpoint": "SITE/mod/lti/auth.php",
                 "registration_endpoint": "SITE/mod/lti/openid-registration.php",
                 "scopes_supported": ["https://purl.imsglobal.org/spec/lti-bo/scope/basicoutcome",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/score",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
                   "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly", "openid"],
                 "response_types_supported": ["id_token"], "id_token_signing_alg_values_supported": ["RS256"],
                 "claims_supported": ["sub", "iss", "name", "given_name", "family_name", "email"],
                 "PLATFORM": {"product_family_code": "moodle", "version": "4.5.6 (Build: 20250811)",
                   "messages_supported": [{"type": "LtiResourceLinkRequest"},
                     {"type": "LtiDeepLinkingRequest", "placements": ["ContentArea"]}],
                   "variables": ["Context.id", "Person.address.timezone", "Moodle.Person.userGroupIds"]}}
                """.replace("SITE", site).replace("PLATFORM", PLATFORM));
        ObjectNode answer = object("""
                {"client_id": "1SxNLN8G2td8lTH", "response_types": ["id_token"], "application_type": "web",
                 "scope": "https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly https://purl.imsglobal.org/spec/lti-ags/scope/lineitem https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
                 "TOOL": {"version": "1.3.0", "deployment_id": "1"}}
                """.replace("TOOL", TOOL));
        return new RecordedPlatform(configuration, answer);
    }

    /** As Canvas documents its answers: many customers behind one issuer, whose host differs. */
    static RecordedPlatform canvas() {
        String sso = "https://sso.canvaslms.com";
        ObjectNode configuration = object("""
                {"issuer": "https://canvas.instructure.com", "authorization_endpoint": "SSO/api/lti/authorize_redirect",
                 "registration_endpoint": "SSO/api/lti/registrations", "jwks_uri": "SSO/api/lti/security/jwks",
                 "token_endpoint": "SSO/login/oauth2/token",
                 "token_endpoint_auth_methods_supported": ["private_key_jwt"],
                 "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
                 "scopes_supported": ["https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
                   "https://purl.imsglobal.org/spec/lti-ags/scope/score",
                   "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"],
                 "response_types_supported": ["id_token"], "id_token_signing_alg_values_supported": ["RS256"],
                 "claims_supported": ["sub", "name", "given_name", "family_name", "locale"],
                 "authorization_server": "canvas.instructure.com",
                 "PLATFORM": {"product_family_code": "canvas", "version": "vCloud",
                   "messages_supported": [{"type": "LtiResourceLinkRequest",
                      "placements": ["account_navigation", "course_navigation", "wiki_page_menu"]},
                     {"type": "LtiDeepLinkingRequest",
                      "placements": ["assignment_selection", "editor_button", "link_selection"]}],
                   "variables": ["Canvas.membership.roles", "Person.address.timezone"],
                   "https://canvas.instructure.com/lti/account_name": "Franklin Unified"}}
                """.replace("SSO", sso).replace("PLATFORM", PLATFORM));
        ObjectNode answer = object("""
                {"client_id": "10000000000042", "deployment_id": "106:8865aa05",
                 "scope": "https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly https://purl.imsglobal.org/spec/lti-ags/scope/lineitem https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
                 "registration_client_uri": "https://sso.canvaslms.com/api/lti/registrations/7"}
                """);
        RecordedPlatform canvas = new RecordedPlatform(configuration, answer);
        canvas.answerStatus = 201;
        return canvas;
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    @Override
    public Answer send(Request request) {
        asked.add(request);
        if (fails) {
            throw new Failed(failure, null);
        }
        if (request.method().equals("GET")) {
            return new Answer(configurationStatus, Map.of(), configuration.toString());
        }
        String body = otherAnswer.isEmpty() ? answer.toString() : otherAnswer;
        return new Answer(answerStatus, Map.of(), body);
    }

    /** What was sent to be registered. */
    JsonNode registered() {
        return JSON.readTree(Objects.requireNonNull(asked.getLast().body()));
    }

    /** How many registrations were tried. */
    long tries() {
        return asked.stream().filter(request -> request.method().equals("POST")).count();
    }
}
