package org.peercoach.lti;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One role of LTI Core 1.3, appendix A.2, whatever its spelling (LTI-T21): full URI, sub-role URI, short context name,
 * old {@code urn:lti} URN, or Moodle's deprecated {@code .../vocab/lis/v2/person#X}.
 *
 * @param scope where the role holds
 * @param name principal role, such as {@code Instructor}
 * @param subRole such as {@code TeachingAssistant}, or null
 */
public record LtiRole(Scope scope, String name, @Nullable String subRole) {

    private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/";
    private static final String CONTEXT = VOCABULARY + "lis/v2/membership#";
    private static final String SUB_ROLE = VOCABULARY + "lis/v2/membership/";
    private static final String INSTITUTION = VOCABULARY + "lis/v2/institution/person#";
    private static final String DEPRECATED_PERSON = VOCABULARY + "lis/v2/person#";
    private static final String SYSTEM = VOCABULARY + "lis/v2/system/person#";
    private static final String URN = "urn:lti:";
    private static final int LONGEST_SHORT_NAME = 40;
    private static final String TEST_USER = VOCABULARY + "lti/system/person#";

    /** Where a role holds. Only {@link #CONTEXT} roles grant rights in a course (LTI-T22). */
    public enum Scope {
        CONTEXT,
        INSTITUTION,
        SYSTEM
    }

    /** Reads one entry of the roles claim; empty for roles outside the vocabulary, which are ignored (LTI-T21). */
    public static Optional<LtiRole> parse(String text) {
        if (text.startsWith(CONTEXT)) {
            return of(Scope.CONTEXT, text.substring(CONTEXT.length()));
        }
        if (text.startsWith(SUB_ROLE)) {
            return subRole(text.substring(SUB_ROLE.length()));
        }
        if (text.startsWith(INSTITUTION)) {
            return of(Scope.INSTITUTION, text.substring(INSTITUTION.length()));
        }
        if (text.startsWith(DEPRECATED_PERSON)) {
            return of(Scope.INSTITUTION, text.substring(DEPRECATED_PERSON.length()));
        }
        if (text.startsWith(SYSTEM)) {
            return of(Scope.SYSTEM, text.substring(SYSTEM.length()));
        }
        if (text.startsWith(TEST_USER)) {
            return of(Scope.SYSTEM, text.substring(TEST_USER.length()));
        }
        if (text.regionMatches(true, 0, URN, 0, URN.length())) {
            return urn(text);
        }
        return isWord(text) ? of(Scope.CONTEXT, text) : Optional.empty();
    }

    private static boolean isWord(String text) {
        return text.length() <= LONGEST_SHORT_NAME
                && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    }

    private static Optional<LtiRole> of(Scope scope, String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new LtiRole(scope, name, null));
    }

    /** {@code Instructor#TeachingAssistant}. */
    private static Optional<LtiRole> subRole(String text) {
        int hash = text.indexOf('#');
        return hash < 1
                ? Optional.empty()
                : Optional.of(new LtiRole(Scope.CONTEXT, text.substring(0, hash), text.substring(hash + 1)));
    }

    /** {@code urn:lti:role:ims/lis/Instructor/TeachingAssistant}, {@code urn:lti:instrole:...}, {@code urn:lti:sysrole:...}. */
    private static Optional<LtiRole> urn(String text) {
        String[] parts = text.split(":", 4);
        if (parts.length < 4 || !parts[3].startsWith("ims/lis/")) {
            return Optional.empty();
        }
        String[] names = parts[3].substring("ims/lis/".length()).split("/", 2);
        Scope scope = switch (parts[2].toLowerCase(Locale.ROOT)) {
            case "role" -> Scope.CONTEXT;
            case "instrole" -> Scope.INSTITUTION;
            default -> Scope.SYSTEM;
        };
        return names[0].isEmpty()
                ? Optional.empty()
                : Optional.of(new LtiRole(scope, names[0], names.length > 1 ? names[1] : null));
    }
}
